#include "support/fake_clock.h"
#include "support/memory_store.h"
#include "terminology/icd10_plan.h"
#include "terminology/import_icd10.h"
#include "workflow/ports/queries.h"

#include <QTest>

using namespace simiao;
using namespace simiao::terminology;
using namespace Qt::StringLiterals;

namespace {

/// Grants everything, or nothing.
class OneAnswerPolicy : public workflow::AccessPolicy
{
public:
    explicit OneAnswerPolicy(bool isGranted)
        : m_isGranted(isGranted)
    {
    }
    bool isGranted(const QStringList &, const QString &) const override { return m_isGranted; }
    QStringList desksOf(const QStringList &) const override { return {}; }
    QStringList rolesFor(const QString &) const override { return {u"administrator"_s}; }

private:
    bool m_isGranted;
};

Icd10File aFile(std::vector<Icd10Row> rows)
{
    Icd10File file;
    file.rows = std::move(rows);
    return file;
}

const auto kTwoRows = aFile({{2, u"A17+"_s, u"神经系统的结核"_s}, {3, u"I10"_s, u"高血压"_s}});

} // namespace

class TestImportIcd10 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_shared<test::MemoryStore>();
        m_context = {.store = m_store,
                     .policy = std::make_shared<OneAnswerPolicy>(true),
                     .clock = std::make_shared<test::FakeClock>(),
                     .rng = std::make_shared<SeededRng>(7),
                     .session = {}};
    }

    void storesNewCodesWithTheirKeys()
    {
        const auto report = import(kTwoRows, u"2026"_s);

        QCOMPARE(*report, (ImportReport{.added = 2, .changed = 0, .unchanged = 0, .rejects = {}}));
        const auto stored = concepts();
        QCOMPARE(stored.size(), 2u);
        QCOMPARE(stored[0].code, u"A17+"_s);
        QCOMPARE(stored[1].display, u"高血压"_s);
        QCOMPARE(stored[1].initials, u"gxy"_s);
        QCOMPARE(stored[1].release, u"2026"_s);
        QCOMPARE(stored[1].system, codesystem::kIcd10Cn);
    }

    void isAuditedOnceWithCounts()
    {
        QVERIFY(import(kTwoRows, u"2026"_s));

        QCOMPARE(m_store->audit().size(), 1u);
        QCOMPARE(m_store->audit().front().act, u"terminology.import"_s);
        QCOMPARE(m_store->audit().front().detail, u"icd10 2026: added 2, changed 0, unchanged 0"_s);
    }

    void theSameFileAgainChangesNothing()
    {
        QVERIFY(import(kTwoRows, u"2026"_s));
        const auto again = import(kTwoRows, u"2026"_s);

        QCOMPARE(*again, (ImportReport{.added = 0, .changed = 0, .unchanged = 2, .rejects = {}}));
        QCOMPARE(concepts()[0].version, 1);
    }

    void aNewNameOrReleaseIsAChange()
    {
        QVERIFY(import(kTwoRows, u"2026"_s));
        const auto renamed = import(aFile({{2, u"I10"_s, u"原发性高血压"_s}}), u"2026"_s);
        const auto released = import(aFile({{2, u"I10"_s, u"原发性高血压"_s}}), u"2027"_s);

        QCOMPARE(renamed->changed, 1);
        QCOMPARE(released->changed, 1);
        QCOMPARE(concepts()[1].display, u"原发性高血压"_s);
        QCOMPARE(concepts()[1].version, 3);
        QCOMPARE(concepts()[0].release, u"2026"_s);
    }

    void aDryRunWritesNothing()
    {
        auto file = kTwoRows;
        file.rejects = {{4, u"import.quote"_s, {}}};

        const auto report = import(file, u"2026"_s, true);

        QCOMPARE(*report, (ImportReport{.added = 2, .changed = 0, .unchanged = 0, .rejects = file.rejects}));
        QVERIFY(concepts().empty());
        QVERIFY(m_store->audit().empty());
    }

    void oneRejectStopsTheImport()
    {
        auto file = kTwoRows;
        file.rejects = {{4, u"import.quote"_s, {}}};

        const auto report = import(file, u"2026"_s);

        QCOMPARE(report.error().kind, ErrorKind::Invalid);
        QCOMPARE(report.error().code, u"import.rejected"_s);
        QCOMPARE(report.error().detail, u"1"_s);
        QVERIFY(concepts().empty());
    }

    void needsThePermission()
    {
        m_context.policy = std::make_shared<OneAnswerPolicy>(false);

        const auto report = import(kTwoRows, u"2026"_s, true);

        QCOMPARE(report.error().code, u"access.denied"_s);
        QCOMPARE(m_store->audit().front().outcome, security::AuditOutcome::Refused);
    }

private:
    Result<ImportReport> import(Icd10File file, const QString &release, bool isDryRun = false)
    {
        return QCoro::waitFor(importIcd10(m_context, std::move(file), release, isDryRun));
    }

    std::vector<Concept> concepts()
    {
        const auto found = QCoro::waitFor(workflow::find(m_context.store, workflow::query::conceptsOfSystem,
                                                         QString(codesystem::kIcd10Cn)));
        return found ? *found : std::vector<Concept>();
    }

    std::shared_ptr<test::MemoryStore> m_store;
    workflow::Context m_context;
};

QTEST_GUILESS_MAIN(TestImportIcd10)
#include "test_import_icd10.moc"
