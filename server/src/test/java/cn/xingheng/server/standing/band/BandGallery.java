package cn.xingheng.server.standing.band;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes every life as a picture into one page, to be looked at: arguments are the folder and the style sheets. */
final class BandGallery {

  private BandGallery() {}

  static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    StringBuilder styles = new StringBuilder();
    for (int i = 1; i < args.length; i++) {
      styles.append("<style>").append(Files.readString(Path.of(args[i]))).append("</style>");
    }
    for (Map.Entry<String, BandAsk> life : Lives.all().entrySet()) {
      String page =
          "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\">" + styles + "<main><h2>" + life.getKey()
              + "</h2><div class=\"band\">" + Band.draw(life.getValue()).svg("tl") + "</div></main></html>";
      Files.writeString(folder.resolve(life.getKey() + ".html"), page);
    }
  }
}
