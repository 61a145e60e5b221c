/**
 * 档案: everything there is to say of one physician, on a day, by what was known: the dossier page, the trail behind each
 * of its figures, and the facts in the words of the cases, which read and reckon and record nothing; and the archive
 * form (annex 3) coming in, looked at before it is taken, and going out as of any day.
 *
 * <p>Looks to all subjects on its left and to core. Central types: {@link cn.xingheng.server.archive.DossierDesk},
 * {@link cn.xingheng.server.archive.ImportDesk}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.archive;
