package cn.xingheng.server.claims;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** The public key of the house, as hospital systems are told it. */
@Schema(description = "签名用的公钥 the public key by which snapshots and changes are signed")
record HouseKey(
    @Schema(description = "代号：指纹的前 16 位 the first digits of the fingerprint", requiredMode = RequiredMode.REQUIRED)
        String id,
    @Schema(requiredMode = RequiredMode.REQUIRED) String algorithm,
    @Schema(description = "公钥的 SHA-256，请与网页上的核对 compare it with the page", requiredMode = RequiredMode.REQUIRED)
        String fingerprint,
    @Schema(requiredMode = RequiredMode.REQUIRED) String pem) {}
