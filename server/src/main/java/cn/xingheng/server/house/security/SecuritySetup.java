package cn.xingheng.server.house.security;

import cn.xingheng.server.house.SafeHeaders;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Pages by session and form, machine doors by key; everything else is closed. */
@Configuration(proxyBeanMethods = false)
class SecuritySetup {

  @Bean
  PasswordEncoder passwords() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  @Bean
  AuthenticationManager signIn(AuthenticationProvider accounts) {
    return new ProviderManager(accounts);
  }

  /** Nobody reads how long each filter took, and telling it cost a third of a machine's request. */
  @Bean
  SecurityObservationSettings quiet() {
    return SecurityObservationSettings.noObservations();
  }

  /** Machine doors: no session, no cookie, no account; the door itself asks for the key. Headers are all there is. */
  @Bean
  @Order(1)
  SecurityFilterChain machines(HttpSecurity http) throws Exception {
    http.securityMatcher("/api/**", "/v3/api-docs/**", "/health", "/health/**", "/metrics")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers.contentSecurityPolicy(policy -> policy.policyDirectives(SafeHeaders.MACHINES))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, AuthenticationManager signIn, AccountStates states) throws Exception {
    http.authenticationManager(signIn)
        .addFilterAfter(new CleanText(), HeaderWriterFilter.class)
        .addFilterBefore(new SessionEnd(states), AuthorizationFilter.class)
        .exceptionHandling(refused -> refused.accessDeniedHandler(new StaleForm()))
        .authorizeHttpRequests(
            rules ->
                rules.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll()
                    .requestMatchers("/static/**", "/webjars/**", "/sign-in", "/set-up", "/favicon.ico").permitAll()
                    .anyRequest().authenticated())
        .formLogin(
            form ->
                form.loginPage("/sign-in").loginProcessingUrl("/sign-in").usernameParameter("login")
                    .defaultSuccessUrl("/", false).failureUrl("/sign-in?failed"))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
        .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.changeSessionId()))
        .headers(
            headers ->
                headers.contentSecurityPolicy(policy -> policy.policyDirectives(SafeHeaders.PAGES))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
    return http.build();
  }
}
