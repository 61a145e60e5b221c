package cn.xingheng.guards.planted.server.register;

/** Another store. */
record OtherStore(int number) {}
