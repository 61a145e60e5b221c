package cn.xingheng.server.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.server.register.IdentityNumber.Flaw;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("公民身份号码")
class IdentityNumberTest {

  /** The example that the standard itself works out. */
  private static final String EXAMPLE = "11010519491231002X";

  @Test
  @DisplayName("标准中的例子成立，读出生日和性别")
  void theExampleOfTheStandardHolds() {
    IdentityNumber number = new IdentityNumber(EXAMPLE);
    assertThat(number.birth()).isEqualTo(LocalDate.of(1949, 12, 31));
    assertThat(number.sex()).isEqualTo(Sex.FEMALE);
    assertThat(new IdentityNumber("440524188001010014").sex()).isEqualTo(Sex.MALE);
  }

  @Test
  @DisplayName("十八位中改任何一位数字，校验码都对不上")
  void everyChangedDigitIsNoticed() {
    for (int i = 0; i < 17; i++) {
      for (char c = '0'; c <= '9'; c++) {
        String changed = EXAMPLE.substring(0, i) + c + EXAMPLE.substring(i + 1);
        assertThat(IdentityNumber.flaw(changed).isEmpty()).as(changed).isEqualTo(c == EXAMPLE.charAt(i));
      }
    }
  }

  @Test
  @DisplayName("说出错在哪里：位数、字符、日期、校验码")
  void namesTheFlaw() {
    assertThat(IdentityNumber.flaw(EXAMPLE)).isEmpty();
    assertThat(IdentityNumber.flaw("110105491231002")).contains(Flaw.LENGTH);
    assertThat(IdentityNumber.flaw("")).contains(Flaw.LENGTH);
    assertThat(IdentityNumber.flaw("11010519491231002x")).contains(Flaw.CHARACTERS);
    assertThat(IdentityNumber.flaw("X1010519491231002X")).contains(Flaw.CHARACTERS);
    assertThat(IdentityNumber.flaw("110105194912310O2X")).contains(Flaw.CHARACTERS);
    assertThat(IdentityNumber.flaw("11010519490229002X")).contains(Flaw.BIRTH);
    assertThat(IdentityNumber.flaw("11010519491331002X")).contains(Flaw.BIRTH);
    assertThat(IdentityNumber.flaw("110105194912310021")).contains(Flaw.CHECK_DIGIT);
  }

  @Test
  @DisplayName("不成立的号码造不出来，报错里也不露全号")
  void aWrongNumberCannotExist() {
    assertThatThrownBy(() -> new IdentityNumber("110105194912310021"))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1101**********0021")
        .hasMessageNotContaining("19491231");
  }

  @Test
  @DisplayName("遮掩：前四位、十个星号、后四位；太短的全部遮住")
  void masks() {
    assertThat(new IdentityNumber(EXAMPLE).masked()).isEqualTo("1101**********002X");
    assertThat(IdentityNumber.masked("12345678")).isEqualTo("********");
    assertThat(IdentityNumber.masked("123456789")).isEqualTo("1234*6789");
    assertThat(IdentityNumber.masked("")).isEmpty();
  }
}
