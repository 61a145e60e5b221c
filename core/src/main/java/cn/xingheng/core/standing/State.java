package cn.xingheng.core.standing;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.rulebook.Duty;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 「状态」 One physician at one site on one day: points, standing, and what is due.
 *
 * @param points the total of the year's account of the site's area
 * @param remaining what is left of the budget, never below 0, or null where the edition has none
 * @param termPoints the total over the term of the site's agreement
 * @param due the duties of the area's agency
 * @param pointsTrail the trail of the three totals
 * @param dutiesTrail the trail of the duties, the ones done included
 */
public record State(
    InstitutionId site,
    int points,
    @Nullable Integer remaining,
    int termPoints,
    Qualification qualification,
    Set<Duty> due,
    Trail pointsTrail,
    Trail dutiesTrail) {}
