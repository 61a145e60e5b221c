package cn.xingheng.guards.planted.law;

import cn.xingheng.guards.planted.app.PlantedDoor;
import cn.xingheng.guards.planted.match.MatchSeesLaw;

/** A law that asks the matcher and the executable. */
public record LawSeesMatch(MatchSeesLaw match, PlantedDoor door) {}
