package cn.xingheng.server.archive;

import org.jspecify.annotations.Nullable;

/**
 * An upload with how things stand.
 *
 * @param same an earlier upload of the same bytes that was taken and counts, or null
 */
public record ImportView(ImportUpload upload, ImportState state, @Nullable ImportUpload same) {}
