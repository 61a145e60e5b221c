package cn.xingheng.server.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The right that a door asks for; a door of ours that names neither a right nor {@link Open} opens to nobody. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
  /** Which right, at some organisation; the desk behind the door asks at which. */
  Right value();
}
