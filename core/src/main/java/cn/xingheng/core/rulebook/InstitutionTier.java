package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.Share;

/** 「机构档次」 What follows for an institution from its points in the year or the share of its terminated physicians. */
public record InstitutionTier(String id, int points, Share share, Citation citation, String gloss) {}
