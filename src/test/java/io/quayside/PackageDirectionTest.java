package io.quayside;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The nine packages of docs/design, each allowed to know only those below it. */
@AnalyzeClasses(packages = "io.quayside", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageDirectionTest {
    @ArchTest
    static final ArchRule eachPackageKnowsOnlyThoseBelowIt = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("app")
            .definedBy("io.quayside.app..")
            .layer("web")
            .definedBy("io.quayside.web..")
            .layer("routes")
            .definedBy("io.quayside.routes..")
            .layer("inbox")
            .definedBy("io.quayside.inbox..")
            .layer("supply")
            .definedBy("io.quayside.supply..")
            .layer("outbox")
            .definedBy("io.quayside.outbox..")
            .layer("store")
            .definedBy("io.quayside.store..")
            .layer("mapping")
            .definedBy("io.quayside.mapping..")
            .layer("planning")
            .definedBy("io.quayside.planning..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("routes")
            .mayOnlyBeAccessedByLayers("app", "web")
            .whereLayer("inbox")
            .mayOnlyBeAccessedByLayers("app", "web", "routes")
            .whereLayer("supply")
            .mayOnlyBeAccessedByLayers("app", "web", "routes", "inbox")
            .whereLayer("outbox")
            .mayOnlyBeAccessedByLayers("app", "web", "routes", "inbox", "supply")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("app", "web", "routes", "inbox", "supply", "outbox")
            .whereLayer("mapping")
            .mayOnlyBeAccessedByLayers("app", "web", "routes", "inbox", "supply", "outbox")
            .whereLayer("planning")
            .mayOnlyBeAccessedByLayers("app", "web", "routes", "inbox", "supply", "outbox");

    @ArchTest
    static final ArchRule onlyRoutesSeesCamel = noClasses()
            .that()
            .resideOutsideOfPackages("io.quayside.routes..", "io.quayside.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule pureCodeSeesNoDatabaseAndNoClock = noClasses()
            .that()
            .resideInAnyPackage("io.quayside.planning..", "io.quayside.mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.postgresql..", "java.time.Clock");
}
