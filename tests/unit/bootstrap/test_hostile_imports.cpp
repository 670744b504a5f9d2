#include "bootstrap/reference_loader.h"
#include "security/role_policy.h"
#include "support/fake_clock.h"
#include "support/hostile_texts.h"
#include "support/memory_store.h"
#include "terminology/icd10_file.h"
#include "terminology/pinyin.h"
#include "workflow/exchange/import_clinic_data.h"
#include "workflow/ports/queries.h"

#include <QFile>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::hostileTexts;
using workflow::ClinicImportReport;

namespace {

/// A kind of table that a hospital brings in.
struct Kind
{
    QString name;
    QString file;
    QStringList words; ///< columns of free text
};

const std::vector<Kind> kKinds{
    {u"departments"_s, u"departments.csv"_s, {u"name"_s, u"name_en"_s, u"room"_s}},
    {u"staff"_s, u"staff.csv"_s, {u"name"_s, u"name_en"_s, u"title"_s}},
    {u"drugs"_s, u"medications.csv"_s, {u"name"_s, u"name_en"_s, u"form"_s, u"pack_unit"_s}},
    {u"prices"_s, u"prices.csv"_s, {}},
    {u"stock"_s, u"stock.csv"_s, {u"lot"_s, u"location"_s}},
    {u"schedule"_s, u"schedule.csv"_s, {}},
};

QByteArray resource(const QString &name)
{
    QFile file(qEnvironmentVariable("SIMIAO_RESOURCES") + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray templateOf(const Kind &kind)
{
    return resource(u"templates/import/"_s + kind.file);
}

int linesIn(const QByteArray &bytes)
{
    return int(bytes.trimmed().count('\n')) + 1;
}

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

/// The table with `text` in a column of its first row.
QByteArray withText(const Kind &kind, const QString &column, const QString &text)
{
    auto table = *parseCsv(templateOf(kind));
    auto &fields = table.rows.front().fields;
    fields[table.columns.indexOf(column)] = text;
    QStringList lines{table.columns.join(u',')};
    for (const auto &row : table.rows) {
        QStringList cells;
        for (const auto &field : row.fields)
            cells.append(quoted(field));
        lines.append(cells.join(u','));
    }
    return lines.join(u'\n').toUtf8() + '\n';
}

/// How a broken file is told: an error of the file, or rejects of rows.
QString toldOf(const Result<ClinicImportReport> &report)
{
    if (!report)
        return report.error().code + u' ' + report.error().detail;
    QStringList rows;
    for (const auto &reject : report->rejects)
        rows.append(u"%1 %2"_s.arg(QString::number(reject.row), reject.reason));
    return rows.join(u"; "_s);
}

} // namespace

/// Files of a hospital's tables as they come: broken, in two encodings, from a program that means something by them.
class TestHostileImports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = bootstrap::loadReferenceData(qEnvironmentVariable("SIMIAO_RESOURCES"));
        QVERIFY2(loaded, loaded ? "" : qPrintable(logLine(loaded.error())));
        m_words = workflow::drugVocabulary(*loaded, [](const QString &name) {
            const auto keys = terminology::pinyinOf(name);
            return workflow::NameKeys{keys.initials, keys.full};
        });
        const auto policy = security::RolePolicy::parse(resource(u"rules/roles.json"_s));
        QVERIFY(policy);
        m_policy = *policy;
    }

    void aBrokenFileIsToldWithItsRow_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("told");
        for (std::size_t at = 0; at < kKinds.size(); ++at)
            addBrokenFiles(int(at));
    }

    void aBrokenFileIsToldWithItsRow()
    {
        QFETCH(int, at);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, told);
        const auto context = hospitalBefore(at);

        const auto report = imported(context, at, bytes, false);

        const QString said = toldOf(report);
        QVERIFY2(said.contains(told), qPrintable(said));
        QVERIFY(!report || (report->added == 0 && report->changed == 0));
    }

    void aMarkAtTheBeginningChangesNothing()
    {
        for (std::size_t at = 0; at < kKinds.size(); ++at) {
            const auto context = hospitalBefore(int(at));
            const auto report = imported(context, int(at), "\xef\xbb\xbf" + templateOf(kKinds[at]), true);
            QVERIFY2(report && report->rejects.empty(), qPrintable(kKinds[at].name + u' ' + toldOf(report)));
        }
    }

    /// Every column, also those of codes and numbers: taken or refused with the row, and nothing else happens.
    void anyTextInAnyColumnIsTakenOrRefused()
    {
        for (std::size_t at = 0; at < kKinds.size(); ++at) {
            const auto context = hospitalBefore(int(at));
            const auto columns = parseCsv(templateOf(kKinds[at]))->columns;
            for (const auto &column : columns) {
                for (const auto &hostile : hostileTexts()) {
                    const auto report =
                        imported(context, int(at), withText(kKinds[at], column, hostile.text), true);
                    const QString place = u"%1 %2: %3"_s.arg(kKinds[at].name, column, hostile.name);
                    QVERIFY2(report || report.error().kind != ErrorKind::Internal, qPrintable(place));
                    if (!report)
                        continue;
                    for (const auto &reject : report->rejects)
                        QVERIFY2(reject.row >= 2 && reject.reason.contains(u'.'), qPrintable(place));
                }
            }
        }
    }

    void wordsAreStoredAsTheyStandInTheFile_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("column");
        for (std::size_t at = 0; at < kKinds.size(); ++at) {
            for (const auto &column : kKinds[at].words)
                QTest::addRow("%s %s", qPrintable(kKinds[at].name), qPrintable(column)) << int(at) << column;
        }
    }

    void wordsAreStoredAsTheyStandInTheFile()
    {
        QFETCH(int, at);
        QFETCH(QString, column);
        int stored = 0;
        for (const auto &hostile : hostileTexts()) {
            const auto context = hospitalBefore(at);
            const QString text = hostile.text.trimmed();
            const auto report =
                imported(context, at, withText(kKinds[std::size_t(at)], column, hostile.text), false);
            if (!report || !report->rejects.empty()) {
                QVERIFY2(!report || report->added == 0,
                         qPrintable(hostile.name)); // a row that is wrong keeps all out
                continue;
            }
            ++stored;
            QVERIFY2(textsOf(context, at).contains(text), qPrintable(hostile.name));
        }
        QVERIFY2(stored > 20, qPrintable(QString::number(stored)));
    }

    void theListOfDiagnosesToo()
    {
        for (const auto &hostile : hostileTexts()) {
            const auto bytes = u"code,disease\nA00,%1\n"_s.arg(quoted(u"霍乱"_s)).toUtf8()
                + (u"A01,"_s + quoted(hostile.text) + u'\n').toUtf8();
            const auto file = terminology::parseIcd10(bytes);
            QVERIFY2(file, qPrintable(hostile.name));
            const bool isKept = file->rows.size() == 2 && file->rows.back().name == hostile.text.trimmed();
            QVERIFY2(isKept || !file->rejects.empty(), qPrintable(hostile.name));
        }
    }

private:
    static void addBrokenFiles(int at)
    {
        const auto &kind = kKinds[std::size_t(at)];
        const QByteArray good = templateOf(kind);
        const int next = linesIn(good) + 1;
        const auto below = [&](const QByteArray &line) { return good.trimmed() + '\n' + line + '\n'; };
        const auto row = [&](const char *name, const QByteArray &bytes, const QString &told) {
            QTest::addRow("%s: %s", qPrintable(kind.name), name) << at << bytes << told;
        };
        row("open quote", below("\"x"), u"%1 import.quote"_s.arg(next));
        row("too few fields", below("x"), u"%1 import.field-count"_s.arg(next));
        row("too many fields", below(QByteArray("a,").repeated(30)), u"%1 import.field-count"_s.arg(next));
        row("another header", "x" + good, u"import.column-missing"_s);
        row("one column more", "surplus," + good, u"import.column-unknown surplus"_s);
        row("a column twice", good.left(good.indexOf('\n')).trimmed() + ",code,code\n1\n",
            u"import.column-double"_s);
        row("nothing", {}, u"import.empty"_s);
        row("header only", good.left(good.indexOf('\n') + 1), u"import.empty"_s);
        row("a broken sequence", below("\x81\x30\x81"), u"import.encoding %1"_s.arg(next));
        row("UTF-16", QByteArray("\xff\xfe") + "c\n", u"import.encoding 1"_s);
        row("NUL", below(QByteArray("a\0b", 3)), u"%1 import.text"_s.arg(next));
        row("a line of two megabytes", below(QByteArray(2 << 20, 'x')),
            u"%1 import.line-too-long"_s.arg(next));
        if (good != QString::fromUtf8(good).toLatin1()) // there is something that is no ASCII above
            row("GB18030 below", below("\xba\xf4\xce\xfc\xc4\xda\xbf\xc6"),
                u"import.encoding-mixed %1"_s.arg(next));
    }

    /// A hospital that has everything which is brought in before this kind.
    workflow::Context hospitalBefore(int at)
    {
        workflow::Context context;
        context.store = std::make_shared<test::MemoryStore>();
        context.policy = m_policy;
        context.clock = std::make_shared<test::FakeClock>();
        context.rng = std::make_shared<SeededRng>(7);
        context.session.roles = {u"administrator"_s};
        for (int before = 0; before < at; ++before) {
            const auto report = imported(context, before, templateOf(kKinds[std::size_t(before)]), false);
            if (!report || !report->rejects.empty())
                qFatal("%s: %s", qPrintable(kKinds[std::size_t(before)].name), qPrintable(toldOf(report)));
        }
        return context;
    }

    Result<ClinicImportReport> imported(const workflow::Context &context,
                                        int at,
                                        const QByteArray &bytes,
                                        bool isDryRun)
    {
        TRY(const auto table, parseCsv(bytes));
        return QCoro::waitFor(begin(context, at, table, isDryRun));
    }

    Task<Result<ClinicImportReport>> begin(workflow::Context context, int at, CsvTable table, bool isDryRun)
    {
        const auto command = context.newCommand();
        switch (at) {
        case 0: return workflow::importDepartments(context, command, table, isDryRun);
        case 1: return workflow::importStaff(context, command, table, u"verifier"_s, isDryRun);
        case 2: return workflow::importMedications(context, command, table, m_words, isDryRun);
        case 3: return workflow::importPrices(context, command, table, isDryRun);
        case 4: return workflow::importStock(context, command, table, u"opening stock"_s, isDryRun);
        default: return workflow::importSchedule(context, command, table, isDryRun);
        }
    }

    template <typename T>
    static void addTexts(const Result<std::vector<T>> &rows, QStringList &texts)
    {
        for (const auto &row : *rows) {
            for (const auto &value : toRow(row)) {
                if (const auto *text = std::get_if<QString>(&value))
                    texts.append(*text);
            }
        }
    }

    static QStringList textsOf(const workflow::Context &context, int at)
    {
        QStringList texts;
        const auto &store = context.store;
        const auto drugs = QCoro::waitFor(workflow::find(store, workflow::query::medications));
        addTexts(QCoro::waitFor(workflow::find(store, workflow::query::organizations)), texts);
        addTexts(QCoro::waitFor(workflow::find(store, workflow::query::accounts)), texts);
        addTexts(drugs, texts);
        if (at == 4) {
            for (const auto &drug : *drugs)
                addTexts(QCoro::waitFor(workflow::find(store, workflow::query::lotsOfMedication, drug.id)),
                         texts);
        }
        return texts;
    }

    workflow::DrugVocabulary m_words;
    std::shared_ptr<const workflow::AccessPolicy> m_policy;
};

QTEST_GUILESS_MAIN(TestHostileImports)
#include "test_hostile_imports.moc"
