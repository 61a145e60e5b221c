/**
 * The archive form (annex 3) as a file: 18 columns read from and written to XLSX and CSV.
 *
 * <p>The room is pure: bytes to values and values to bytes. It knows no database, no clock and no organisation; what
 * a row means for the register is judged by whoever asks.
 * {@link cn.xingheng.server.archive.form.ArchiveForm} is the door,
 * {@link cn.xingheng.server.archive.form.FormRow} what passes through it, and
 * {@link cn.xingheng.server.archive.form.FormFault} why something did not.
 */
@NullMarked
package cn.xingheng.server.archive.form;

import org.jspecify.annotations.NullMarked;
