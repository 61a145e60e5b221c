/**
 * 演示数据: an invented world, told from a seed, for showing the house and for trying it at size. Telling it is pure,
 * with no database and no clock: it yields values of the register and facts, which a Desk may store.
 *
 * <p>Everything told is lawful: each history that is more than signing is put before the reckoning of core, and one
 * that it would not take is told anew or left out. Its numbers are asked of the edition; names of regions,
 * institutions and persons stand in {@code demo/world.yaml}.
 *
 * <p>Nobody here can be real. Identity numbers are well-formed (GB 11643: birth date, sex digit, check digit) but begin
 * with a region code that was never assigned, so no such number was ever issued; the same code begins the codes of the
 * institutions. Telephone numbers have eleven digits and begin with 100, which no mobile number does.
 *
 * <p>Central type: {@link cn.xingheng.server.demo.DemoWorld}.
 */
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.demo;
