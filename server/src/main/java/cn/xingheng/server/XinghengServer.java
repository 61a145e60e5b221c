package cn.xingheng.server;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server: every page and interface, over one database. */
@Modulithic(systemName = "Xingheng", sharedModules = "house")
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class XinghengServer {
  /** The one clock of a house: Beijing. Desks read it, nobody else does. */
  public static final Clock BEIJING = Clock.system(ZoneId.of("Asia/Shanghai"));

  /**
   * Starts it.
   *
   * @param settings properties that go before files and environment, such as {@code server.port}
   * @param clock what the desks read for the time
   */
  public static ConfigurableApplicationContext start(Map<String, Object> settings, Clock clock) {
    SpringApplication application = new SpringApplication(XinghengServer.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(Map.of("spring.config.name", "xingheng"));
    application.addInitializers(
        context -> {
          context.getEnvironment().getPropertySources()
              .addFirst(new MapPropertySource("command line", settings));
          context.getBeanFactory().registerSingleton("clock", clock);
        });
    return application.run();
  }

  /** Where a browser finds the server. */
  public static String address(ConfigurableApplicationContext server) {
    String host = server.getEnvironment().getProperty("server.address", "127.0.0.1");
    return "http://" + host + ":" + server.getEnvironment().getRequiredProperty("local.server.port");
  }
}
