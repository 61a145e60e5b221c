package cn.xingheng.server.archive.form;

import java.util.ArrayList;
import java.util.List;

/** A column of the form, in the order of the form, with its heading and the other words by which it is known. */
public enum FormColumn {
  NUMBER(1, "序号", false, 200, "编号"),
  INSTITUTION(2, "执业定点医疗机构名称", true, 200, "定点医疗机构名称", "执业医疗机构名称", "医疗机构名称", "执业机构名称"),
  NAME(3, "姓名", true, 100, "医师姓名"),
  SEX(4, "性别", true, 200),
  IDENTITY(5, "身份证号码", true, 200, "身份证号", "身份证", "公民身份号码", "居民身份证号码"),
  CATEGORY(6, "医师类别", true, 200),
  POSITION(7, "行政职务", false, 200),
  TITLE(8, "职称", false, 200, "专业技术职称"),
  SPECIALTY(9, "执业科别", false, 200, "执业科室", "执业类别"),
  CODE(10, "医保医师编码", true, 200, "医保医师代码", "医师编码", "医保医师服务编码", "服务编码"),
  CERTIFICATE(11, "执业证书编码", true, 200, "执业证书编号", "执业证书号码", "执业证书号", "医师执业证书编码"),
  PHONE(12, "联系电话", false, 100, "电话", "手机", "手机号", "手机号码", "联系方式"),
  VIOLATION(13, "违规类别", false, 500),
  DESCRIPTION(14, "违规行为描述", false, 4_000, "违规行为", "违规描述"),
  SINGLE_POINTS(15, "单次扣分", false, 200, "单次扣分分值"),
  TOTAL_POINTS(16, "累计扣分", false, 200, "累计扣分分值"),
  STATUS(17, "医保医师服务状态(0有效、1暂停、2解除)", true, 200, "医师服务状态", "服务状态"),
  REMARK(18, "备注", false, 4_000);

  /** All of them, in the order of the form. */
  static final List<FormColumn> ALL = List.of(values());

  private final int number;
  private final String heading;
  private final boolean required;
  private final int longest;
  private final List<String> names;

  FormColumn(int number, String heading, boolean required, int longest, String... others) {
    this.number = number;
    this.heading = heading;
    this.required = required;
    this.longest = longest;
    List<String> all = new ArrayList<>(List.of(heading));
    all.addAll(List.of(others));
    this.names = List.copyOf(all);
  }

  /** Its place in the form: 1 for the first. */
  public int number() {
    return number;
  }

  /** Its place among the columns, 0 for the first. */
  int index() {
    return number - 1;
  }

  /** As it stands in the form. */
  public String heading() {
    return heading;
  }

  /** Whether a row without it is refused. */
  boolean required() {
    return required;
  }

  /** How many characters a cell may have. */
  int longest() {
    return longest;
  }

  /** The heading and the other words for it. */
  List<String> names() {
    return names;
  }
}
