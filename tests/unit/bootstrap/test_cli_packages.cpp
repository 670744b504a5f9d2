#include "core/json.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

const auto kDemoPassword = QByteArray("simiao-demo-2026\n");

/// How a call of simiao-cli ended.
struct Ending
{
    int exitCode = -1;
    QByteArray output;
    QByteArray words;

    Json json() const { return Json::parse(output).value_or(Json()); }
    QString code() const { return json()[u"code"_s].toString(); }
};

} // namespace

/// An administrator brings rules of the hospital from a terminal, on the real program.
class TestCliPackages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(call({u"demo"_s, u"seed"_s}).exitCode, 0);
        QFile shipped(qEnvironmentVariable("SIMIAO_RESOURCES") + u"/rules/allergy_classes.json"_s);
        QVERIFY(shipped.open(QIODevice::ReadOnly));
        m_shipped = shipped.readAll();
    }

    void rulesAreInstalledActivatedAndRolledBack()
    {
        const QString file = written(u"2027-03"_s);

        const auto trial = as({u"packages"_s, u"install"_s, file, u"--dry-run"_s});
        QCOMPARE(trial.exitCode, 0);
        QCOMPARE(trial.json()[u"stored"_s], Json(false));
        QCOMPARE(trial.json()[u"added"_s], Json(1));
        QVERIFY(trial.words.contains("+   \"version\": \"2027-03\""));
        QCOMPARE(versionsOf(u"allergy-rules"_s), 0);

        QCOMPARE(as({u"packages"_s, u"install"_s, file}).code(), u"package.reason-missing"_s);
        QCOMPARE(as({u"packages"_s, u"install"_s, file, u"--reason"_s, u"review"_s}).exitCode, 0);
        QCOMPARE(inForce(u"allergy-rules"_s), u"2026-11"_s); // it waits
        QCOMPARE(as({u"packages"_s, u"activate"_s, u"allergy-rules"_s, u"2027-03"_s}).exitCode, 0);
        QCOMPARE(inForce(u"allergy-rules"_s), u"2027-03"_s);

        const QStringList back{u"packages"_s, u"rollback"_s, u"allergy-rules"_s, u"shipped"_s};
        QCOMPARE(as(back).code(), u"package.reason-missing"_s);
        QCOMPARE(as(back + QStringList{u"--reason"_s, u"wrong file"_s}).exitCode, 0);
        QCOMPARE(inForce(u"allergy-rules"_s), u"2026-11"_s);
        QCOMPARE(versionsOf(u"allergy-rules"_s), 1);
    }

    void whatDoesNotFitIsRefusedWithItsPlace()
    {
        auto text = m_shipped;
        text.replace("\"2026-11\"", "\"2027-04\"");
        text.replace("\"level\": \"confirm\"", "\"level\": \"perhaps\"");
        QFile file(m_folder.filePath(u"wrong.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();

        const auto refused = as({u"packages"_s, u"install"_s, file.fileName(), u"--reason"_s, u"x"_s});

        QCOMPARE(refused.exitCode, 2);
        QCOMPARE(refused.code(), u"resources.shape"_s);
        QVERIFY(refused.json()[u"detail"_s].toString().startsWith(u"wrong.json: "_s));
        QVERIFY(refused.json()[u"detail"_s].toString().endsWith(u"].level"_s));
    }

    void onlyWhoMayChangeSettingsBringsRules()
    {
        const QString file = written(u"2027-05"_s);
        QCOMPARE(as({u"packages"_s, u"install"_s, file, u"--dry-run"_s}, u"li.mingyuan"_s).exitCode, 4);
        QCOMPARE(call({u"packages"_s, u"activate"_s, u"allergy-rules"_s, u"2027-03"_s}).code(),
                 u"cli.user-missing"_s);
    }

private:
    QString written(const QString &release) const
    {
        auto text = m_shipped;
        text.replace("\"2026-11\"", ("\"" + release + "\"").toUtf8());
        QFile file(m_folder.filePath(u"rules-%1.json"_s.arg(release)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the file of the test cannot be written");
        return file.fileName();
    }

    Json package(const QString &name)
    {
        const auto list = call({u"packages"_s, u"list"_s, u"--json"_s}).json().array();
        const auto found =
            std::ranges::find(list, Json(name), [](const Json &each) { return each[u"name"_s]; });
        return found == list.end() ? Json() : *found;
    }
    QString inForce(const QString &name) { return package(name)[u"version"_s].toString(); }
    int versionsOf(const QString &name) { return int(package(name)[u"versions"_s].array().size()); }

    Ending call(QStringList words, const QByteArray &input = {})
    {
        words += {u"--profile"_s, m_folder.filePath(u"demo"_s)};
        QProcess program;
        program.start(qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/simiao-cli"_s, words);
        program.write(input);
        program.closeWriteChannel();
        program.waitForFinished(60'000);
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }
    Ending as(const QStringList &words, const QString &user = u"admin"_s)
    {
        return call(words + QStringList{u"--user"_s, user}, kDemoPassword);
    }

    QTemporaryDir m_folder;
    QByteArray m_shipped;
};

QTEST_GUILESS_MAIN(TestCliPackages)
#include "test_cli_packages.moc"
