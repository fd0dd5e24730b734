package org.echolot.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.BaseStream;

/** The rules of the house, each with a piece of code that breaks it. */
@SuppressWarnings("ImmutableEnumChecker") // a rule is a constant in all but its type
enum HouseRule {
  PDU_AND_DIMSE_TURN_BYTES_INTO_RECORDS(
      classes()
          .that()
          .resideInAnyPackage("org.echolot.dicom.pdu..", "org.echolot.dicom.dimse..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.echolot.dicom.pdu..",
              "org.echolot.dicom.dimse..",
              "org.jspecify.annotations..",
              "java.io",
              "java.lang..",
              "java.math",
              "java.nio",
              "java.nio.charset",
              "java.text",
              "java.time..",
              "java.util",
              "java.util.function",
              "java.util.stream")
          .because("bytes go in and records come out: they are tested without any connection"),
      "package org.echolot.dicom.pdu; class Bad { java.net.InetAddress from; }"),

  DICOM_KNOWS_NOTHING_ABOVE_IT(
      noClasses()
          .that()
          .resideInAPackage("org.echolot.dicom..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.echolot..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "org.echolot.dicom..",
                              "org.echolot.concurrent..",
                              // Beneath it: what the system says of a socket, of whatever protocol.
                              "org.echolot.network.."))))
          .because("the protocol reports through a small listener interface of its own"),
      "package org.echolot.dicom.association; class Bad { org.echolot.check.Cause cause; }"),

  PDU_KNOWS_NO_COMMANDS(
      noClasses()
          .that()
          .resideInAPackage("org.echolot.dicom.pdu..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.echolot.dicom.dimse..")
          .because("PS3.7 messages travel in PS3.8 PDUs, which do not look into them"),
      "package org.echolot.dicom.pdu; class Bad { org.echolot.dicom.dimse.CommandSet command; }"),

  JAVAFX_ONLY_IN_THE_WINDOW(
      noClasses()
          .that()
          .resideOutsideOfPackages("org.echolot", "org.echolot.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..", "org.fxmisc..")
          .because("the command line starts on machines that have no display and no GTK"),
      "package org.echolot.fleet; class Bad { javafx.beans.property.StringProperty text; }"),

  OUR_OWN_JSON_IS_READ_AND_WRITTEN_IN_ONE_ROOM(
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.echolot.json..", "org.echolot.peers.exchange..", "org.echolot.handout..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
          .because("our files and lines look the same everywhere, and say where a mistake stands"),
      "package org.echolot.report; class Bad { tools.jackson.core.JsonGenerator to; }"),

  DATABIND_ONLY_FOR_OTHER_SYSTEMS_JSON(
      noClasses()
          .that()
          .resideOutsideOfPackages("org.echolot.peers.exchange..", "org.echolot.handout..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson.databind..", "com.fasterxml..")
          .because("it more than doubles the time that a cold start takes to read settings"),
      "package org.echolot.json; class Bad { tools.jackson.databind.JsonNode node; }"),

  OTHER_SYSTEMS_LISTS_ARE_READ_IN_ONE_ROOM(
      noClasses()
          .that()
          // The acceptance sheet reads back its own tables, with bounds.
          .resideOutsideOfPackages(
              "org.echolot.peers.exchange..", "org.echolot.report.acceptance..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("de.siegmar..", "com.dd.plist..", "com.unboundid..")
          .because("what strangers wrote is read with bounds, by code that is fuzzed"),
      "package org.echolot.report; class Bad { com.unboundid.ldap.sdk.Entry entry; }"),

  JSON_KNOWS_NO_PEERS(
      noClasses()
          .that()
          .resideInAPackage("org.echolot.json..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.echolot..")
                  .and(not(resideInAnyPackage("org.echolot.json..", "org.echolot.text.."))))
          .because("what a file holds is known where the file is kept"),
      "package org.echolot.json; class Bad { org.echolot.dicom.pdu.AeTitle calledAe; }"),

  OPTIONS_ARE_DECLARED_IN_OUR_OWN_WORDS(
      noClasses()
          .that()
          .resideOutsideOfPackage("org.echolot.cli.option..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.commons.cli..")
          .because("help, completions and manual are made of what Option and Declaration know"),
      "package org.echolot.cli; class Bad { org.apache.commons.cli.Options options; }"),

  SQL_ONLY_IN_HISTORY(
      noClasses()
          .that()
          .resideOutsideOfPackage("org.echolot.history..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
          .because("only results that are kept need a database"),
      "package org.echolot.peers; class Bad { java.sql.Connection connection; }"),

  SOCKETS_ONLY_WHERE_THE_NETWORK_IS_MEANT(
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.echolot.dicom.association..",
              "org.echolot.tls..",
              "org.echolot.check..",
              "org.echolot.listener..",
              // Reads lists from servers, and writes them.
              "org.echolot.peers.exchange.live..",
              // Asks the routing table by a datagram socket that sends nothing.
              "org.echolot.network..",
              "org.echolot.dcm4che..")
          .should()
          .dependOnClassesThat(
              describe(
                  "open connections",
                  type ->
                      type.isAssignableTo(java.net.Socket.class)
                          || type.isAssignableTo(java.net.ServerSocket.class)
                          || type.isAssignableTo(java.net.DatagramSocket.class)
                          || type.isAssignableTo(java.net.URLConnection.class)
                          || type.isAssignableTo(java.nio.channels.NetworkChannel.class)
                          || type.getPackageName().startsWith("java.net.http")
                          || type.getPackageName().startsWith("javax.net")))
          .because("every wait for the network has a deadline and a stop, and can be found"),
      "package org.echolot.cli; class Bad { java.net.ServerSocket socket; }"),

  ONE_WAY_LEADS_TO_A_PEER(
      noClasses()
          .that()
          .resideInAnyPackage("org.echolot.check..", "org.echolot.tls..", "org.echolot.probe..")
          // The first connection of a check, and all that follow.
          .and()
          .haveNameNotMatching("org\\.echolot\\.check\\.run\\.(Connector|SameWay)")
          // Pings a computer that could not be called directly; a proxy is called by ProxyStep.
          .and()
          .doNotHaveFullyQualifiedName("org.echolot.check.run.FailedConnection")
          // Asks itself, which is no peer.
          .and()
          .doNotHaveFullyQualifiedName("org.echolot.check.run.ResetWords")
          .should()
          .accessTargetWhere(calls("what connects to another computer", HouseRule::connects))
          .because("a peer behind a proxy is asked through that proxy, whatever is asked of it"),
      """
      package org.echolot.check.run;
      class Bad {
        void ask() throws java.io.IOException { new java.net.Socket("proxy", 104).close(); }
      }
      """),

  HTTP_SERVERS_ONLY_FOR_MONITORS(
      noClasses()
          .that()
          .resideOutsideOfPackage("org.echolot.monitor..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.sun.net.httpserver..", "io.prometheus..")
          .because("who may ask is decided in one place"),
      "package org.echolot.report; class Bad { com.sun.net.httpserver.HttpServer server; }"),

  NATIVE_CALLS_ONLY_WHERE_JAVA_HAS_NOTHING(
      noClasses()
          .that()
          .resideOutsideOfPackage("org.echolot.network..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.foreign..")
          .because("a mistake in a signature ends the program, and each system has its own"),
      "package org.echolot.check; class Bad { java.lang.foreign.Arena arena; }"),

  NETWORK_KNOWS_NO_DICOM(
      noClasses()
          .that()
          .resideInAPackage("org.echolot.network..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.echolot..")
                  .and(not(resideInAnyPackage("org.echolot.network..", "org.echolot.text.."))))
          .because("what a computer says of its network is the same for every protocol"),
      "package org.echolot.network; class Bad { org.echolot.check.Cause cause; }"),

  NOBODY_KNOWS_THE_WINDOW(
      noClasses()
          .that()
          .resideOutsideOfPackages("org.echolot", "org.echolot.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.echolot.ui..")
          .because("data goes one way, and the window is its end"),
      "package org.echolot.cli; class Bad { Object row = org.echolot.ui.peers.PeerRow.class; }"),

  NOBODY_KNOWS_THE_COMMAND_LINE(
      noClasses()
          .that()
          .resideOutsideOfPackages("org.echolot", "org.echolot.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.echolot.cli..")
          .because("data goes one way, and the command line is its end"),
      """
      package org.echolot.ui.main;
      class Bad { org.echolot.cli.Wrong wrong; }
      """,
      "package org.echolot.cli; public class Wrong {}"),

  NO_CYCLES_BETWEEN_PACKAGES(
      slices()
          .matching("org.echolot.(**)")
          .should()
          .beFreeOfCycles()
          .because("a room in a cycle can neither be understood nor changed alone"),
      "package org.echolot.peers; public class Bad { org.echolot.fleet.Wrong wrong; }",
      "package org.echolot.fleet; public class Wrong { org.echolot.peers.Bad bad; }"),

  NO_STATIC_FIELD_THAT_CHANGES(
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("services are made by constructors; there is no global state"),
      "package org.echolot.check; class Bad { static int count; }"),

  NO_STATIC_FIELD_MADE_TO_CHANGE(
      noFields()
          .that()
          .areStatic()
          .should()
          .haveRawType(
              resideInAPackage("java.util.concurrent.atomic")
                  .or(assignableTo(ThreadLocal.class))
                  .or(assignableTo(ConcurrentMap.class)))
          .because("a final field that holds what changes is global state as well"),
      """
      package org.echolot.check;
      class Bad {
        static final java.util.concurrent.atomic.AtomicInteger COUNT =
            new java.util.concurrent.atomic.AtomicInteger();
      }
      """),

  ONE_CLASS_HANDS_OVER_TO_THE_FX_THREAD(
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.echolot.ui.FxThread")
          .should()
          .accessTargetWhere(
              calls(
                  "Platform.runLater",
                  access ->
                      access.getTargetOwner().getName().equals("javafx.application.Platform")
                          && access.getName().equals("runLater")))
          .because("many results must arrive in one batch a frame"),
      """
      package org.echolot.ui.peers;
      class Bad { java.util.concurrent.Executor fx = javafx.application.Platform::runLater; }
      """),

  ONE_CLASS_MAKES_THREADS(
      noClasses()
          .that()
          .haveNameNotMatching("org\\.echolot\\.concurrent\\.Threads(\\$.*)?")
          .should()
          .accessTargetWhere(calls("what makes threads", HouseRule::makesThreads))
          .because("each thread has a name that tells what it is for, and none is forgotten"),
      """
      package org.echolot.check;
      class Bad { Object answer = java.util.concurrent.CompletableFuture.supplyAsync(() -> 1); }
      """),

  KEYS_ARE_IN_THE_LIST_OF_ACTIONS(
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.echolot.ui.main..",
              "org.echolot.ui.checks..",
              "org.echolot.ui.console..",
              "org.echolot.ui.engine..",
              "org.echolot.ui.listener..",
              "org.echolot.ui.peers..",
              "org.echolot.ui.preferences..",
              "org.echolot.ui.probe..",
              "org.echolot.ui.result..",
              "org.echolot.ui.ticket..")
          // Moving in the lines is not an action; the editor is a window with a key of its own.
          .and()
          .doNotHaveFullyQualifiedName("org.echolot.ui.console.ConsoleList")
          .and()
          .doNotHaveFullyQualifiedName("org.echolot.ui.peers.PeerEditor")
          .and()
          .doNotHaveFullyQualifiedName("org.echolot.ui.peers.EditorFields")
          .should()
          .dependOnClassesThat(
              describe(
                  "name keys",
                  type ->
                      type.isAssignableTo(javafx.scene.input.KeyCombination.class)
                          || type.isEquivalentTo(javafx.scene.input.KeyCode.class)))
          .because("a key that is not in the list may do two things, and no help tells of it"),
      """
      package org.echolot.ui.main;
      class Bad { javafx.scene.input.KeyCombination key; }
      """),

  NUMBERS_LOOK_THE_SAME_EVERYWHERE(
      noClasses()
          .should()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .callMethod(String.class, "format", String.class, Object[].class)
          .because("users' scripts read them, and not every language writes digits as 0 to 9"),
      "package org.echolot.check; class Bad { String text = \"%d\".formatted(1); }"),

  ADDRESSES_LOOK_THE_SAME_EVERYWHERE(
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.echolot.text.AddressText")
          // These compare with the platform's spelling, and show none.
          .and()
          .doNotHaveFullyQualifiedName("org.echolot.capture.AddressJson")
          .and()
          .doNotHaveFullyQualifiedName("org.echolot.ui.handout.RegisterModel")
          .should()
          .callMethod(java.net.InetAddress.class, "getHostAddress")
          .because("people search for them in the logs of firewalls, which keep to RFC 5952"),
      """
      package org.echolot.check;
      class Bad { String text = java.net.InetAddress.getLoopbackAddress().getHostAddress(); }
      """),

  VIEW_MODELS_NEED_NO_TOOLKIT(
      noClasses()
          .that()
          .resideInAPackage("org.echolot.ui..")
          .and()
          .haveNameMatching(".*\\.[A-Za-z]*(Model|Row)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx.scene..", "javafx.stage..", "javafx.concurrent..", "javafx.application..")
          .because("they are tested without a toolkit"),
      "package org.echolot.ui.peers; class BadModel { javafx.scene.control.Label label; }");

  private final ArchRule rule;
  private final String[] broken;

  HouseRule(ArchRule rule, String... broken) {
    this.rule = rule;
    this.broken = broken;
  }

  ArchRule rule() {
    return rule;
  }

  /** Sources that break this rule. */
  String[] broken() {
    return broken.clone();
  }

  private static DescribedPredicate<JavaAccess<?>> calls(
      String what, Predicate<JavaAccess<?>> predicate) {
    return describe(what, predicate);
  }

  private static boolean connects(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getName();
    if (owner.isAssignableTo(java.net.Socket.class)) {
      boolean plain =
          access instanceof JavaCall<?> call && call.getTarget().getRawParameterTypes().isEmpty();
      return name.equals("connect") || (name.equals("<init>") && !plain);
    }
    return (owner.isAssignableTo(java.nio.channels.SocketChannel.class)
            && (name.equals("connect") || name.equals("open")))
        || (owner.isAssignableTo(javax.net.SocketFactory.class) && name.equals("createSocket"));
  }

  private static boolean makesThreads(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getName();
    boolean isNew = name.equals("<init>");
    if (owner.isAssignableTo(Thread.class)) {
      return isNew
          || name.equals("ofVirtual")
          || name.equals("ofPlatform")
          || name.startsWith("startVirtual");
    }
    if (owner.isEquivalentTo(Executors.class)) {
      return true;
    }
    if (owner.isEquivalentTo(CompletableFuture.class)) {
      return name.endsWith("Async") && !access.getTarget().getDescription().contains("Executor)");
    }
    if (owner.isAssignableTo(Collection.class) || owner.isAssignableTo(BaseStream.class)) {
      return name.equals("parallelStream") || name.equals("parallel");
    }
    return name.equals("commonPool")
        || (isNew
            && (owner.isAssignableTo(ExecutorService.class) || owner.isAssignableTo(Timer.class)));
  }
}
