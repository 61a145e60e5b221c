package cn.xingheng.server.house.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Templates, words and languages, files for the browser, and what doors may ask for as arguments. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {
  private final DoorGuard guard;
  private final FrameArguments frames;

  WebSetup(DoorGuard guard, FrameArguments frames) {
    this.guard = guard;
    this.frames = frames;
  }

  @Bean
  static TemplateEngine templates() {
    return TemplateEngine.createPrecompiled(ContentType.Html);
  }

  @Bean
  static ViewResolver views(TemplateEngine templates) {
    return (name, locale) -> templates.hasTemplate(name + ".jte") ? new JteView(templates, name + ".jte") : null;
  }

  /** Every bundle in the folder: one a subject, Chinese and English, and no third language to fall back to. */
  @Bean
  static MessageSource messageSource() throws IOException {
    Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_zh.properties");
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setDefaultLocale(Locale.CHINESE);
    source.setAlwaysUseMessageFormat(true);
    source.setBasenames(
        Arrays.stream(found)
            .map(file -> Objects.requireNonNull(file.getFilename()))
            .map(name -> "messages/" + name.substring(0, name.indexOf("_zh.properties")))
            .toArray(String[]::new));
    return source;
  }

  @Bean
  static LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
    resolver.setDefaultLocale(Locale.CHINESE);
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    resolver.setRejectInvalidCookies(false);
    return resolver;
  }

  /** The container's own words are never seen. */
  @Bean
  static WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastWords() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(LastWords.class.getName());
              }
            });
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor language = new LocaleChangeInterceptor();
    language.setParamName("lang");
    language.setIgnoreInvalidLocale(true);
    // What was too much to read once is not read again for the answer.
    registry.addInterceptor(language).excludePathPatterns("/error");
    registry.addInterceptor(guard);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(frames);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    CacheControl hour = CacheControl.maxAge(Duration.ofHours(1));
    registry.addResourceHandler("/static/**").addResourceLocations("classpath:/static/").setCacheControl(hour);
    registry.addResourceHandler("/webjars/**").addResourceLocations("classpath:/META-INF/resources/webjars/")
        .setCacheControl(hour);
  }
}
