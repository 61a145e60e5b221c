package cn.xingheng.server.institution;

import cn.xingheng.server.register.Organisation;

/**
 * One institution in the list.
 *
 * @param inForce physicians with an agreement there, suspended or not
 * @param suspended those of them who are suspended
 * @param points points that count for acts there in the calendar year
 */
public record InstitutionRow(Organisation organisation, String area, int inForce, int suspended, int points) {}
