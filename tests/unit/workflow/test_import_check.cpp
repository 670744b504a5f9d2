#include "workflow/diagnostics/import_check.h"

#include <QtTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using workflow::ImportDefect;
using workflow::ImportHeader;

namespace {

ImportHeader good(const QString &uid)
{
    return {.sopInstanceUid = uid,
            .seriesInstanceUid = u"1.2"_s,
            .studyInstanceUid = u"1.1"_s,
            .modality = u"CT"_s,
            .patientId = u"P-1"_s,
            .patientName = u"王小明"_s,
            .patientBirthDate = u"1981-03-14"_s,
            .studyDate = u"2026-11-22"_s,
            .bodyPart = u"CHEST"_s,
            .laterality = {},
            .hasOrientation = true};
}

QList<ImportDefect> defectsOf(const std::vector<ImportHeader> &headers)
{
    QList<ImportDefect> defects;
    for (const auto &finding : workflow::importFindings(headers))
        defects.append(finding.defect);
    return defects;
}

} // namespace

Q_DECLARE_METATYPE(simiao::workflow::ImportHeader)
Q_DECLARE_METATYPE(simiao::workflow::ImportDefect)

class TestImportCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodImagesHaveNone();
    void namesEachDefect_data();
    void namesEachDefect();
    void countsTheFiles();
    void theOrderOfFilesDoesNotMatter();
    void reportsNeedNoOrientation();
};

void TestImportCheck::goodImagesHaveNone()
{
    QVERIFY(workflow::importFindings({good(u"1"_s), good(u"2"_s)}).empty());
    QVERIFY(workflow::importFindings({}).empty());
}

void TestImportCheck::namesEachDefect_data()
{
    QTest::addColumn<ImportHeader>("header");
    QTest::addColumn<ImportDefect>("defect");
    const auto row = [](const char *name, ImportDefect defect, const auto &spoil) {
        auto header = good(u"2"_s);
        spoil(header);
        QTest::newRow(name) << header << defect;
    };
    row("uid", ImportDefect::NoUid, [](ImportHeader &header) { header.studyInstanceUid.clear(); });
    row("id", ImportDefect::NoPatientId, [](ImportHeader &header) { header.patientId.clear(); });
    row("name", ImportDefect::NoPatientName, [](ImportHeader &header) { header.patientName.clear(); });
    row("birth", ImportDefect::NoBirthDate, [](ImportHeader &header) { header.patientBirthDate.clear(); });
    row("date", ImportDefect::NoStudyDate, [](ImportHeader &header) { header.studyDate.clear(); });
    row("other", ImportDefect::SeveralPatients, [](ImportHeader &header) { header.patientId = u"P-2"_s; });
    row("other name", ImportDefect::SeveralPatients,
        [](ImportHeader &header) { header.patientName = u"李四"_s; });
    row("twice", ImportDefect::DuplicateInstance,
        [](ImportHeader &header) { header.sopInstanceUid = u"1"_s; });
    row("orientation", ImportDefect::NoOrientation,
        [](ImportHeader &header) { header.hasOrientation = false; });
    row("breast", ImportDefect::NoLaterality, [](ImportHeader &header) { header.modality = u"MG"_s; });
    row("knee", ImportDefect::NoLaterality, [](ImportHeader &header) {
        header.modality = u"DX"_s;
        header.bodyPart = u"KNEE"_s;
    });
    row("burnt in", ImportDefect::BurnedIn, [](ImportHeader &header) { header.isBurnedIn = true; });
}

void TestImportCheck::namesEachDefect()
{
    QFETCH(ImportHeader, header);
    QFETCH(ImportDefect, defect);

    QCOMPARE(defectsOf({good(u"1"_s), header}), QList{defect});
}

void TestImportCheck::countsTheFiles()
{
    auto spoilt = good(u"2"_s);
    spoilt.hasOrientation = false;
    auto other = spoilt;
    other.sopInstanceUid = u"3"_s;

    const auto findings = workflow::importFindings({good(u"1"_s), spoilt, other});

    QCOMPARE(findings.size(), std::size_t{1});
    QCOMPARE(findings.front().objects, 2);
}

void TestImportCheck::theOrderOfFilesDoesNotMatter()
{
    auto spoilt = good(u"1"_s);
    spoilt.patientName.clear();
    QCOMPARE(workflow::importFindings({good(u"1"_s), spoilt}),
             workflow::importFindings({spoilt, good(u"1"_s)}));
}

void TestImportCheck::reportsNeedNoOrientation()
{
    auto report = good(u"2"_s);
    report.isImage = false;
    report.hasOrientation = false;
    report.modality = u"MG"_s;
    report.isBurnedIn = true; // a document says so as a rule
    QVERIFY(workflow::importFindings({report}).empty());
}

QTEST_GUILESS_MAIN(TestImportCheck)
#include "test_import_check.moc"
