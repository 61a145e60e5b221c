package cn.xingheng.server.claims.his;

/** Examples in the description of the interface; a test compares them with what the door answers. */
final class HisExamples {
  static final String UPLOAD =
      """
      {"infno": "2204", "msgid": "H34010000001202606161000000001", "fixmedins_code": "H34010000001", "infver": "V1.0",
       "mdtrtarea_admvs": "340100", "opter_type": "1", "opter": "0452", "opter_name": "收费员",
       "inf_time": "2026-06-16 10:00:00",
       "input": {"feedetail": [
         {"feedetl_sn": "1", "mdtrt_id": "V20260616001", "psn_no": "P1", "chrg_bchno": "B1", "med_type": "11",
          "fee_ocur_time": "2026-06-15 10:00:00", "det_item_fee_sumamt": "128.50",
          "bilg_dr_codg": "Aa3110000000000001", "orders_dr_code": ""},
         {"feedetl_sn": "2", "mdtrt_id": "V20260616001", "psn_no": "P1", "chrg_bchno": "B1", "med_type": "13",
          "fee_ocur_time": "2026-06-15 10:05:00", "det_item_fee_sumamt": 300, "bilg_dr_codg": ""}
       ]}}
      """;
  static final String ANSWER =
      """
      {"infcode": 0, "inf_refmsgid": "340100202606161000000123456789", "refmsg_time": "20260616100000000",
       "respond_time": "20260616100000000", "err_msg": "",
       "output": {"result": [
         {"feedetl_sn": "1", "mdtrt_id": "V20260616001", "verdict": "refused", "because": "points",
          "causes": ["points"], "articles": ["细则三(二)", "办法16"], "until": "2026-06-29", "by": "bilg_dr_codg",
          "code": "Aa3110000000000001", "crosswalk": false, "time_basis": "fee_ocur_time"},
         {"feedetl_sn": "2", "mdtrt_id": "V20260616001", "verdict": "unresolved", "because": "no-code",
          "causes": ["no-code"], "articles": ["办法12"], "until": null, "by": null, "code": null,
          "crosswalk": false, "time_basis": "fee_ocur_time"}],
        "change_no": 4711,
        "note": "报文没有医嘱开立时间，以 fee_ocur_time 代替。unresolved 须人工核实，不得当作可付或不付。"}}
      """;
  static final String REFUSED =
      """
      {"infcode": -1, "inf_refmsgid": "340100202606161000000123456789", "refmsg_time": "20260616100000000",
       "respond_time": "20260616100000000",
       "err_msg": "第 1 行（feedetl_sn 1）的 det_item_fee_sumamt 是 128.505，应当是金额，单位元，最多两位小数。",
       "output": null}
      """;
  static final String FOREIGN =
      """
      {"type": "urn:xingheng:his.problem.other-institution", "title": "不能打开", "status": 403,
       "detail": "fixmedins_code H34990000099 不是密钥所属的机构，没有记录任何内容。请每家机构用自己的密钥。",
       "instance": "/api/v1/his"}
      """;
  static final String NO_KEY =
      """
      {"type": "urn:xingheng:keys.problem.missing", "title": "需要登录", "status": 401,
       "detail": "请求没有带接口密钥。请加上请求头 Authorization: Bearer 密钥。", "instance": "/api/v1/his"}
      """;
  static final String LARGE =
      """
      {"type": "urn:xingheng:claims.problem.too-large", "title": "内容过大", "status": 413,
       "detail": "正文超过 4096 KiB。请拆成几批。", "instance": "/api/v1/his"}
      """;
  static final String AWAY =
      """
      {"type": "urn:xingheng:problem.database-away", "title": "暂时不能服务", "status": 503,
       "detail": "数据库暂时连不上，没有记录任何内容。恢复后本页会自动打开。", "instance": "/api/v1/his"}
      """;

  static final String TOTALS =
      """
      {"from": "2026-06-01", "through": "2026-06-30",
       "standing": [{"verdict": "payable", "lines": 3120, "fen": 41250380}],
       "cancelled": [{"verdict": "payable", "lines": 12, "fen": 150200}]}
      """;
  static final String DAYS =
      """
      {"type": "urn:xingheng:his.problem.days", "title": "请求不对", "status": 400,
       "detail": "from、through 应当是存在的日期，如 2026-06-01、2026-06-30，先后相隔不超过 31 天。",
       "instance": "/api/v1/his/totals"}
      """;

  private HisExamples() {}
}
