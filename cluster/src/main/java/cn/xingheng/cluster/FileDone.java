package cn.xingheng.cluster;

import cn.xingheng.match.MatchedSplit;
import cn.xingheng.match.SplitChain;
import cn.xingheng.match.UnusableInput;
import java.util.ArrayList;
import java.util.List;

/** What the tasks did of one file, split by split; changed where a split is matched again. */
final class FileDone {
  private final ClaimFile file;
  private final List<Done> done = new ArrayList<>();

  private FileDone(ClaimFile file) {
    this.file = file;
  }

  /** Sorts what was done by file; splits come in their order. */
  static List<FileDone> of(List<ClaimFile> files, List<Done> done) {
    List<FileDone> all = new ArrayList<>();
    files.forEach(file -> all.add(new FileDone(file)));
    done.forEach(one -> all.get(one.split().file()).done.add(one));
    return all;
  }

  List<Done> done() {
    return List.copyOf(done);
  }

  SplitChain chain() {
    return new SplitChain(file.header().lines(), done.stream().map(Done::matched).toList());
  }

  /** The splits that began at a wrong place, as far as the ones before them tell. */
  List<Split> broken() {
    return file.kind() == ClaimFile.Kind.PLAIN ? chain().broken().stream().map(this::anew).toList() : List.of();
  }

  /** The first of them: what is before it is right for good. */
  List<Split> firstBroken() {
    return broken().stream().limit(1).toList();
  }

  private Split anew(int split) {
    MatchedSplit before = done.get(split - 1).matched();
    return done.get(split).split().after(before);
  }

  void replace(Done better) {
    done.set(better.split().number(), better);
  }

  /** The splits with what stands before them. */
  List<FinishTask.Place> places() {
    SplitChain chain = chain();
    List<FinishTask.Place> places = new ArrayList<>();
    for (int i = 0; i < done.size(); i++) {
      places.add(new FinishTask.Place(done.get(i), chain.linesBefore(i), chain.emptyBefore(i)));
    }
    return places;
  }

  /** Refuses a file that ended elsewhere than it did when the run began. */
  void checkEnd() throws UnusableInput {
    if (file.kind() == ClaimFile.Kind.PLAIN && chain().end() != file.status().getLen()) {
      throw ClaimFiles.changed(file.name());
    }
  }
}
