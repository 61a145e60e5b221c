package cn.xingheng.guards.planted.server.house;

import cn.xingheng.guards.planted.server.claims.PlantedInnocent;

/** The house looks at a subject. */
record HouseSeesSubject(PlantedInnocent subject) {}
