package cn.xingheng.server.claims;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a refused request is answered with, for the description of the interface. */
@Schema(name = "Problem", description = "RFC 9457 问题说明；没有写入任何内容 problem details; nothing was written")
public record ClaimProblem(
    @Schema(description = "问题种类 what kind", requiredMode = Schema.RequiredMode.REQUIRED) String type,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String title,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int status,
    @Schema(description = "哪一行、哪个字段、怎么改 which line and field, and what to do",
            requiredMode = Schema.RequiredMode.REQUIRED)
        String detail,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String instance) {}
