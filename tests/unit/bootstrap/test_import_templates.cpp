#include "bootstrap/reference_loader.h"
#include "security/role_policy.h"
#include "support/fake_clock.h"
#include "support/memory_store.h"
#include "terminology/pinyin.h"
#include "workflow/exchange/import_clinic_data.h"
#include "workflow/ports/queries.h"

#include <QFile>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using workflow::ClinicImportReport;

namespace {

QByteArray resource(const QString &name)
{
    QFile file(qEnvironmentVariable("SIMIAO_RESOURCES") + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

CsvTable example(const QString &name)
{
    return parseCsv(resource(u"templates/import/"_s + name)).value_or(CsvTable());
}

workflow::NameKeys keysOf(const QString &name)
{
    const auto keys = terminology::pinyinOf(name);
    return {keys.initials, keys.full};
}

ClinicImportReport added(int rows)
{
    return {rows, 0, 0, {}};
}

} // namespace

/// The files of resources/templates/import into an empty hospital, in the order of their README.md. The cases build on each other.
class TestImportTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = bootstrap::loadReferenceData(qEnvironmentVariable("SIMIAO_RESOURCES"));
        QVERIFY2(loaded, loaded ? "" : qPrintable(logLine(loaded.error())));
        m_words = workflow::drugVocabulary(*loaded, keysOf);
        const auto policy = security::RolePolicy::parse(resource(u"rules/roles.json"_s));
        QVERIFY(policy);
        m_context.store = std::make_shared<test::MemoryStore>();
        m_context.policy = *policy;
        m_context.clock = std::make_shared<test::FakeClock>();
        m_context.rng = std::make_shared<SeededRng>(7);
        m_context.session.roles = {u"administrator"_s};
    }

    void departments()
    {
        compare(workflow::importDepartments(m_context, command(), example(u"departments.csv"_s), false),
                added(3));
    }

    void staff()
    {
        compare(workflow::importStaff(m_context, command(), example(u"staff.csv"_s), u"verifier"_s, false),
                added(4));
    }

    void drugs()
    {
        compare(
            workflow::importMedications(m_context, command(), example(u"medications.csv"_s), m_words, false),
            added(4));
        const auto drugs = QCoro::waitFor(workflow::find(m_context.store, workflow::query::medications));
        QVERIFY(drugs && drugs->size() == 4U);
        QCOMPARE(drugs->at(1).code, u"AMX-025"_s);
        QCOMPARE(drugs->at(1).nameInitials, u"amxljn"_s);
        QCOMPARE(drugs->at(0).defaultRoute, u"oral"_s);
    }

    void prices()
    {
        compare(workflow::importPrices(m_context, command(), example(u"prices.csv"_s), false),
                ClinicImportReport{0, 2, 0, {}});
    }

    void stock()
    {
        compare(
            workflow::importStock(m_context, command(), example(u"stock.csv"_s), u"opening stock"_s, false),
            added(4));
    }

    void schedule()
    {
        compare(workflow::importSchedule(m_context, command(), example(u"schedule.csv"_s), false), added(23));
    }

private:
    Uuid command() const { return m_context.newCommand(); }

    static void compare(Task<Result<ClinicImportReport>> importing, const ClinicImportReport &expected)
    {
        const auto report = QCoro::waitFor(std::move(importing));
        QVERIFY2(report, report ? "" : qPrintable(logLine(report.error())));
        for (const auto &reject : report->rejects)
            qWarning() << reject.row << reject.reason << reject.detail;
        QCOMPARE(*report, expected);
    }

    workflow::Context m_context;
    workflow::DrugVocabulary m_words;
};

QTEST_GUILESS_MAIN(TestImportTemplates)
#include "test_import_templates.moc"
