package cn.xingheng.server.claims;

/** Examples in the description of the interface; a test compares them with what the door answers. */
final class ClaimExamples {
  static final String REQUEST =
      """
      {"lines": [
        {"id": "1", "physicianCode": "Aa3110000000000001", "institutionCode": "H34010000001",
         "issuedAt": "2026-06-15T10:00", "setting": "outpatient", "amountFen": 12850},
        {"id": "2", "physicianCode": "", "institutionCode": "H34010000001",
         "issuedAt": "2026-06-15", "setting": "emergency", "amountFen": 30000}
      ]}
      """;
  static final String ANSWER =
      """
      {"verdicts": [
        {"id": "1", "verdict": "refused", "because": "points", "causes": ["points"],
         "articles": ["细则三(二)", "办法16"], "until": "2026-06-29"},
        {"id": "2", "verdict": "unresolved", "because": "no-code", "causes": ["no-code"],
         "articles": ["办法12"], "until": null}
      ]}
      """;
  static final String CHANGES =
      """
      {"changes": [
        {"no": 812, "physicianCode": "Aa3110000000000001", "days": [
          {"from": "2025-01-01", "through": "2026-04-29", "standing": "effective", "because": null, "causes": []},
          {"from": "2026-04-30", "through": "2026-06-29", "standing": "suspended", "because": "points",
           "causes": ["points"]},
          {"from": "2026-06-30", "through": null, "standing": "effective", "because": null, "causes": []}]}
      ], "next": 815, "more": false, "institution": "H34010000001", "after": 790, "at": "2026-06-16T02:00:00Z",
       "law": "5b1c0f6e7a2d9c44", "anew": false}
      """;
  static final String NUMBER =
      """
      {"type": "urn:xingheng:claims.problem.change-number", "title": "请求不对", "status": 400,
       "detail": "after 应当是 0 至目前的变动号，limit 应当是 1 至 1000。请用上次回答里的 next。",
       "instance": "/api/v1/standings/changes"}
      """;
  static final String NO_SNAPSHOT =
      """
      {"type": "urn:xingheng:claims.problem.no-snapshot", "title": "与已有记录冲突", "status": 409,
       "detail": "系统没有本机构所用的规则版本，出不了快照。请向经办机构查问。",
       "instance": "/api/v1/standings/snapshot"}
      """;
  static final String BAD =
      """
      {"type": "urn:xingheng:claims.problem.not-setting", "title": "请求不对", "status": 400,
       "detail": "第 1 行（id 1）的 setting 是 clinic，应当是 outpatient、inpatient、emergency、rescue 之一。",
       "instance": "/api/v1/claims/check"}
      """;
  static final String NO_KEY =
      """
      {"type": "urn:xingheng:keys.problem.missing", "title": "需要登录", "status": 401,
       "detail": "请求没有带接口密钥。请加上请求头 Authorization: Bearer 密钥。",
       "instance": "/api/v1/claims/check"}
      """;
  static final String FOREIGN =
      """
      {"type": "urn:xingheng:claims.problem.other-institution", "title": "不能打开", "status": 403,
       "detail": "第 1 行（id 1）不是密钥所属机构的，整批没有判定。请每家机构用自己的密钥。",
       "instance": "/api/v1/claims/check"}
      """;
  static final String METHOD =
      """
      {"type": "urn:xingheng:problem.request", "title": "请求方式不对", "status": 405,
       "detail": "请求写得不对，没有记录任何内容。请检查后重试。", "instance": "/api/v1/claims/check"}
      """;
  static final String LARGE =
      """
      {"type": "urn:xingheng:claims.problem.too-large", "title": "内容过大", "status": 413,
       "detail": "正文超过 4096 KiB。请拆成几批。", "instance": "/api/v1/claims/check"}
      """;
  static final String FORMAT =
      """
      {"type": "urn:xingheng:problem.request", "title": "格式不对", "status": 415,
       "detail": "请求写得不对，没有记录任何内容。请检查后重试。", "instance": "/api/v1/claims/check"}
      """;
  static final String AWAY =
      """
      {"type": "urn:xingheng:problem.database-away", "title": "暂时不能服务", "status": 503,
       "detail": "数据库暂时连不上，没有记录任何内容。恢复后本页会自动打开。", "instance": "/api/v1/claims/check"}
      """;

  private ClaimExamples() {}
}
