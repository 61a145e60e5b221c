/**
 * The door that speaks the envelope of the national interface (定点医药机构接口): lines that hospital systems upload
 * and cancel, judged, kept and repeatable without harm; and the crosswalk from an institution's own staff numbers to
 * physician codes. It asks {@link cn.xingheng.server.claims.ClaimDesk} and decides nothing itself.
 * Central type: {@link cn.xingheng.server.claims.his.HisDesk}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.claims.his;
