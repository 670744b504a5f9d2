#include "core/json.h"

#include <QDir>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// How a call of simiao-cli ended.
struct Ending
{
    int exitCode = -1;
    QByteArray output;

    Json json() const { return Json::parse(output).value_or(Json()); }
};

} // namespace

/// The program itself, over a demonstration profile made once and copied for each case.
class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto seeded = call({u"demo"_s, u"seed"_s}, u"seeded"_s);

        QCOMPARE(seeded.exitCode, 0);
        QCOMPARE(seeded.json()[u"waiting"_s].toInteger(), 5);
    }

    void saysHowItIsUsed()
    {
        QCOMPARE(call({}).exitCode, 1);
        QCOMPARE(call({u"nonsense"_s}).exitCode, 1);
        QCOMPARE(call({u"db"_s, u"backup"_s}).exitCode, 1);
        QVERIFY(call({u"--help"_s}).output.contains("audit verify"));
    }

    void listsPluginsWithoutAProfile()
    {
        const auto listed = call({u"plugins"_s, u"list"_s, u"--json"_s});

        QCOMPARE(listed.exitCode, 0);
        QVERIFY(listed.json().isArray());
        QVERIFY(listed.output.contains("\"id\":\"sqlite\""));
    }

    void aProfileThatIsNotThereIsNotVerified()
    {
        QCOMPARE(call({u"audit"_s, u"verify"_s}, u"nowhere"_s).json()[u"code"_s].toString(),
                 u"profile.missing"_s);
    }

    void anUntouchedChainIsWhole()
    {
        const auto verified = call({u"audit"_s, u"verify"_s}, aCopy());

        QCOMPARE(verified.exitCode, 0);
        QCOMPARE(verified.json()[u"ok"_s], Json(true));
    }

    void namesTheFirstBadRecord_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("record");
        const auto row = [](const char *name, const char *trigger, const char *statement, const char *code,
                            int record) {
            QTest::newRow(name) << QStringList{u"DROP TRIGGER audit_event_no_"_s
                                                   + QString::fromLatin1(trigger),
                                               QString::fromLatin1(statement)}
                                << QString::fromLatin1(code) << record;
        };
        row("edited", "update",
            "UPDATE audit_event SET event = replace(event, 'demo', 'Demo') WHERE sequence = 1",
            "audit.edited", 1);
        row("deleted", "delete", "DELETE FROM audit_event WHERE sequence = 3", "audit.gap", 3);
        row("cut", "delete", "DELETE FROM audit_event WHERE sequence > 5", "audit.truncated", 6);
    }

    void namesTheFirstBadRecord()
    {
        QFETCH(QStringList, statements);
        const auto profile = aCopy();
        tamper(profile, statements);

        const auto verified = call({u"audit"_s, u"verify"_s}, profile);

        QCOMPARE(verified.exitCode, 2);
        QTEST(verified.json()[u"code"_s].toString(), "code");
        QTEST(int(verified.json()[u"record"_s].toInteger()), "record");
    }

    void importsForWhoMayAndNobodyElse()
    {
        const auto profile = aCopy();
        QFile list(m_folder.filePath(u"list.tsv"_s));
        QVERIFY(list.open(QIODevice::WriteOnly) && list.write("code\tdisease\nA00\t霍乱\n") > 0);
        list.close();
        const QStringList words{u"import"_s, u"icd10"_s, list.fileName(), u"--user"_s};

        QCOMPARE(call(words + QStringList{u"li.mingyuan"_s}, profile, "simiao-demo-2026\n").exitCode, 4);
        QCOMPARE(call(words + QStringList{u"admin"_s}, profile, "wrong\n").exitCode, 4);
        const auto imported = call(words + QStringList{u"admin"_s}, profile, "simiao-demo-2026\n");
        QCOMPARE(imported.exitCode, 0);
        QCOMPARE(imported.json()[u"added"_s].toInteger(), 1);
    }

    void importsAFhirBundleOnce()
    {
        const auto profile = aCopy();
        const QStringList words{
            u"import"_s, u"fhir"_s,
            aFile(
                R"({"resourceType":"Bundle","type":"collection","entry":[)"
                R"({"resource":{"resourceType":"Patient","id":"p","name":[{"text":"王小明"}],"birthDate":"1949-12-31",)"
                R"("identifier":[{"system":"http://a.example","value":"A-17"}],"deceasedBoolean":false}},)"
                R"({"resource":{"resourceType":"Condition","subject":{"reference":"Patient/p"},"code":{"text":"哮喘"},)"
                R"("verificationStatus":{"coding":[{"code":"confirmed"}]}}}]})"),
            u"--user"_s, u"admin"_s};
        const QByteArray password("simiao-demo-2026\n");

        const auto tried = call(words + QStringList{u"--dry-run"_s}, profile, password);
        const auto imported = call(words, profile, password);
        const auto again = call(words, profile, password);

        QCOMPARE(tried.exitCode, 0);
        QCOMPARE(tried.json()[u"rows"_s], imported.json()[u"rows"_s]);
        QCOMPARE(imported.exitCode, 0);
        QCOMPARE(imported.json()[u"patients"_s].toInteger(), 1);
        QCOMPARE(imported.json()[u"rows"_s][u"Condition"_s].toInteger(), 1);
        const Json remarks = imported.json()[u"remarks"_s];
        QCOMPARE(remarks.array().size(), 1);
        QCOMPARE(remarks.array().first()[u"path"_s].toString(),
                 u"entry[0].resource.Patient.deceasedBoolean"_s);
        QCOMPARE(again.exitCode, 2);
        QCOMPARE(again.json()[u"code"_s].toString(), u"import.known-patient"_s);
        QCOMPARE(again.json()[u"detail"_s].toString(), u"entry[0].resource.Patient"_s);
    }

    void saysWhereAFhirFileIsWrong()
    {
        const QStringList words{u"import"_s, u"fhir"_s, aFile("{\n \"type\": \"\\u0000\"}"), u"--user"_s,
                                u"admin"_s};
        const auto refused = call(words, aCopy(), "simiao-demo-2026\n");
        QCOMPARE(refused.exitCode, 2);
        QCOMPARE(refused.json()[u"code"_s].toString(), u"json.text"_s);
        QVERIFY(refused.json()[u"detail"_s].toString().startsWith(u"2:"_s));
    }

    void importsTheHospitalsOwnTables()
    {
        const auto profile = aCopy();
        const QString examples = qEnvironmentVariable("SIMIAO_RESOURCES") + u"/templates/import/"_s;
        const QByteArray own("simiao-demo-2026\n");
        const auto import = [&](const QString &what, const QString &file, const QByteArray &input,
                                const QStringList &more = {}) {
            return call(QStringList{u"import"_s, what, file, u"--user"_s, u"admin"_s} + more, profile, input);
        };

        QCOMPARE(import(u"departments"_s, examples + u"departments.csv"_s, own).exitCode, 0);
        QCOMPARE(import(u"staff"_s, examples + u"staff.csv"_s, own + "short\n").exitCode, 2);
        const auto tried = import(u"staff"_s, examples + u"staff.csv"_s, own, {u"--dry-run"_s});
        const auto staff = import(u"staff"_s, examples + u"staff.csv"_s, own + "willow tree 7 bends\n");
        const auto drugs = import(u"drugs"_s, examples + u"medications.csv"_s, own);
        const auto prices = import(u"prices"_s, examples + u"prices.csv"_s, own);
        const auto stock = import(u"stock"_s, examples + u"stock.csv"_s, own, {u"--reason"_s, u"counted"_s});
        const auto again = import(
            u"stock"_s, aFile("code,lot,expiry,quantity,location\nAMX-025,A260801,2031-06-30,1,\n"), own);
        const auto schedule = import(u"schedule"_s, examples + u"schedule.csv"_s, own);
        const auto wrong = import(u"prices"_s, aFile("code\tpack_price\nAMX-025\t1\nNONE\t1\n"), own);

        QCOMPARE(tried.json()[u"dryRun"_s], Json(true));
        QCOMPARE(tried.json()[u"added"_s].toInteger(), 4);
        QCOMPARE(staff.exitCode, 0);
        QCOMPARE(staff.json()[u"added"_s].toInteger(), 4);
        QCOMPARE(drugs.json()[u"added"_s].toInteger(), 4);
        QCOMPARE(prices.json()[u"changed"_s].toInteger(), 2);
        QCOMPARE(stock.exitCode, 0);
        QCOMPARE(stock.json()[u"added"_s].toInteger(), 4);
        QCOMPARE(again.exitCode, 2);
        QCOMPARE(again.json()[u"rejects"_s].array().first()[u"reason"_s].toString(), u"import.lot-exists"_s);
        QCOMPARE(again.json()[u"rejects"_s].array().first()[u"detail"_s].toString(), u"480"_s);
        QCOMPARE(schedule.json()[u"added"_s].toInteger(), 23);
        QCOMPARE(wrong.exitCode, 2);
        QCOMPARE(wrong.json()[u"delimiter"_s].toString(), u"tab"_s);
        QCOMPARE(wrong.json()[u"rejects"_s].array().size(), 1);
        QCOMPARE(wrong.json()[u"rejects"_s].array().first()[u"row"_s].toInteger(), 3);
        QCOMPARE(wrong.json()[u"rejects"_s].array().first()[u"reason"_s].toString(), u"import.unknown"_s);
    }

    void backsUpIntoANewFileOnly()
    {
        const QString file = m_folder.filePath(u"copy.db"_s);

        QCOMPARE(call({u"db"_s, u"backup"_s, file}, aCopy()).exitCode, 0);
        QVERIFY(QFile::exists(file));
        QCOMPARE(call({u"db"_s, u"backup"_s, file}, aCopy()).exitCode, 2);
    }

private:
    Ending call(QStringList words, const QString &profile = {}, const QByteArray &input = {})
    {
        if (!profile.isEmpty())
            words += {u"--profile"_s, m_folder.filePath(profile)};
        QProcess program;
        program.start(qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/simiao-cli"_s, words);
        program.write(input);
        program.closeWriteChannel();
        program.waitForFinished(60'000);
        return {program.exitCode(), program.readAllStandardOutput()};
    }

    QString aFile(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"file%1"_s.arg(++m_copies)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }

    QString aCopy()
    {
        const QString name = u"copy%1"_s.arg(++m_copies);
        const QDir from(m_folder.filePath(u"seeded/data"_s));
        const QDir to(m_folder.filePath(name + u"/data"_s));
        to.mkpath(u"."_s);
        for (const auto &file : from.entryList(QDir::Files))
            QFile::copy(from.filePath(file), to.filePath(file));
        return name;
    }

    void tamper(const QString &profile, const QStringList &statements)
    {
        {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, profile);
            database.setDatabaseName(m_folder.filePath(profile + u"/data/simiao.db"_s));
            QVERIFY(database.open());
            for (const auto &statement : statements) {
                const auto query = database.exec(statement);
                QVERIFY2(!query.lastError().isValid(), qPrintable(query.lastError().text()));
            }
        }
        QSqlDatabase::removeDatabase(profile);
    }

    QTemporaryDir m_folder;
    int m_copies = 0;
};

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"
