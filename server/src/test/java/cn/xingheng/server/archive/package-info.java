/** The dossier, page by page, in a started house. Central type: {@link cn.xingheng.server.archive.DossierWorld}. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.archive;
