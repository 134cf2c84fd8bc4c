package org.copyflow.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.copyflow.kit.Service;

/// Data flows one way through the tree.
@AnalyzeClasses(packages = "org.copyflow", importOptions = ImportOption.DoNotIncludeTests.class)
final class LayeringTest {

    private static final String EVENTS = "org.copyflow.events..";
    private static final String FORMATS = "org.copyflow.formats..";
    private static final String ENRICHMENT = "org.copyflow.enrichment..";
    private static final String EMBEDDINGS = "org.copyflow.embeddings..";
    private static final String KIT = "org.copyflow.kit..";
    private static final String INGEST = "org.copyflow.ingest..";
    private static final String ENRICH = "org.copyflow.enrich..";
    private static final String INDEX = "org.copyflow.index..";

    @ArchTest
    static final ArchRule modulesKnowOnlyWhatLiesBelowThem = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.copyflow..")
            .layer("events")
            .definedBy(EVENTS)
            .layer("formats")
            .definedBy(FORMATS)
            .layer("embeddings")
            .definedBy(EMBEDDINGS)
            .layer("enrichment")
            .definedBy(ENRICHMENT)
            .layer("kit")
            .definedBy(KIT)
            .layer("ingest")
            .definedBy(INGEST)
            .layer("enrich")
            .definedBy(ENRICH)
            .layer("index")
            .definedBy(INDEX)
            .whereLayer("events")
            .mayNotAccessAnyLayer()
            .whereLayer("embeddings")
            .mayNotAccessAnyLayer()
            .whereLayer("kit")
            .mayNotAccessAnyLayer()
            .whereLayer("formats")
            .mayOnlyAccessLayers("events")
            .whereLayer("enrichment")
            .mayOnlyAccessLayers("events", "formats", "embeddings")
            .whereLayer("ingest")
            .mayOnlyAccessLayers("events", "formats", "enrichment", "kit")
            .whereLayer("enrich")
            .mayOnlyAccessLayers("events", "formats", "embeddings", "enrichment", "kit")
            .whereLayer("index")
            .mayOnlyAccessLayers("events", "embeddings", "kit");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.copyflow.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyAServiceItselfKnowsItsHttp = noClasses()
            .that()
            .resideOutsideOfPackage("org.copyflow..http..")
            .and(areNotServices())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.copyflow..http..");

    @ArchTest
    static final ArchRule librariesFetchNothing = noClasses()
            .that()
            .resideInAnyPackage(FORMATS, EMBEDDINGS, ENRICHMENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.apache.kafka..", "javax.net..");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().that(arePackageInfos()).should().beAnnotatedWith("org.jspecify.annotations.NullMarked");

    private static DescribedPredicate<JavaClass> areNotServices() {
        return DescribedPredicate.not(JavaClass.Predicates.assignableTo(Service.class))
                .as("are not services");
    }

    private static DescribedPredicate<JavaClass> arePackageInfos() {
        return DescribedPredicate.describe(
                "are package-info", candidate -> candidate.getSimpleName().equals("package-info"));
    }
}
