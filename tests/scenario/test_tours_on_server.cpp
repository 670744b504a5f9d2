#include "support/postgres_server.h"
#include "tour/zone_at_hour.h"

#include <QFile>
#include <QProcess>
#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

/// Code of a tour's end.
constexpr int kSkipped = 77;

} // namespace

// The tours of the embedded store once more, at a desk that has nothing but its log-in: each person signs in at the server, which knows
// what she may do. The hospital is filled by a program's log-in, by the command line as whoever keeps a server does it.
class TestToursOnServer : public QObject
{
    Q_OBJECT

private:
    QString address(const QString &login, const QString &database) const
    {
        return u"postgresql://%1@%2:%3/%4?passfile=%5"_s.arg(login, PostgresServer::host())
            .arg(m_server.port())
            .arg(database, m_folder.filePath(u"pass"_s));
    }

    QString keeperOf(const QString &database) const
    {
        return u"postgresql://postgres@/%1?host=%2&port=%3"_s.arg(database, m_server.folder())
            .arg(m_server.port());
    }

    static QString built(const char *program)
    {
        return qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/"_s + QLatin1StringView(program);
    }

    /// What it said where it did not end well, or nothing; "skipped" and why where it needs what is not installed.
    static QString run(const QString &program, const QStringList &words, const QString &backend, int withinMs)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        // Where it is nine, as in the tours that say an hour: the hospital is filled on the day on which they are played, which at
        // midnight here is another.
        constexpr int kNine = 9;
        environment.insert(u"TZ"_s, tour::zoneWhereItIs(kNine));
        if (!backend.isEmpty())
            environment.insert(u"SIMIAO_BACKEND"_s, backend);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, words);
        if (!process.waitForFinished(withinMs)) {
            process.kill();
            process.waitForFinished();
            return u"no end of it"_s;
        }
        const auto said = process.readAll();
        if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
            return {};
        if (process.exitCode() == kSkipped)
            return u"skipped: "_s + QString::fromUtf8(said);
        QByteArrayList lines;
        for (const auto &line : said.split('\n')) {
            if (!line.contains("\"saved\":true") && !line.contains("\"ok\":true"))
                lines.append(line);
        }
        return QString::fromUtf8(lines.join('\n').right(2000));
    }

    QTemporaryDir m_folder;
    PostgresServer m_server;

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        QVERIFY2(m_server.start({{{u"max_connections"_s, u"60"_s}}}), qPrintable(m_server.log()));
        QFile passwords(m_folder.filePath(u"pass"_s));
        QVERIFY(passwords.open(QIODevice::WriteOnly));
        passwords.write("*:*:*:*:of-all-log-ins\n");
        passwords.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // libpq reads no other
        QFile password(m_folder.filePath(u"new"_s));
        QVERIFY(password.open(QIODevice::WriteOnly));
        password.write("of-all-log-ins\n");
        password.close();
        passwords.close();

        for (const auto &database : {u"hospital"_s, u"empty"_s}) {
            m_server.psql(u"CREATE DATABASE %1 ENCODING 'UTF8' TEMPLATE template0"_s.arg(database));
            const auto trouble =
                run(built("simiao-cli"), {u"db"_s, u"init"_s, keeperOf(database)}, {}, 60'000);
            QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        }
        const QStringList secret{u"--new-password-file"_s, password.fileName()};
        for (const auto &words : {QStringList{u"desk_1"_s}, QStringList{u"program_1"_s, u"--program"_s}}) {
            const auto trouble =
                run(built("simiao-cli"),
                    QStringList{u"db"_s, u"grant"_s, keeperOf(u"hospital"_s)} + words + secret, {}, 60'000);
            QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        }
        const auto trouble =
            run(built("simiao-cli"), {u"demo"_s, u"seed"_s, u"--profile"_s, m_folder.filePath(u"seeded"_s)},
                address(u"program_1"_s, u"hospital"_s), 180'000);
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void isPlayed_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("outpatient-visit") << u"en"_s;
        QTest::newRow("lock-and-switch") << u"zh_CN"_s;
        QTest::newRow("admin-day") << u"en"_s;
        QTest::newRow("ct-in-consult") << u"zh_CN"_s;
        QTest::newRow("measure-and-key-image") << u"en"_s;
        QTest::newRow("mpr") << u"zh_CN"_s;
        QTest::newRow("second-screen") << u"en"_s;
        QTest::newRow("first-run") << u"zh_CN"_s;
        QTest::newRow("pacs-retrieve") << u"en"_s;
    }

    void isPlayed()
    {
        QFETCH(const QString, language);
        const auto tour = QString::fromLatin1(QTest::currentDataTag());
        const bool isFirst = tour == "first-run"_L1;
        const QString database = u"of_"_s + QString(tour).replace(u'-', u'_');
        m_server.psql(
            u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(database, isFirst ? u"empty"_s : u"hospital"_s));
        const QString profile = m_folder.filePath(tour);
        if (!isFirst) { // as it was when the hospital was filled: its images are files
            QProcess copying;
            copying.start(u"cp"_s, {u"-r"_s, m_folder.filePath(u"seeded"_s), profile});
            QVERIFY(copying.waitForFinished(30'000) && copying.exitCode() == 0);
            QFile::remove(profile + u"/data/server.witness"_s); // another database from here on
        }
        const QStringList words{
            u"--patience"_s, u"6"_s,
            u"--tour"_s,     qEnvironmentVariable("SIMIAO_RESOURCES") + u"/tours/%1.json"_s.arg(tour),
            u"--language"_s, language,
            u"--profile"_s,  profile,
            u"--output"_s,   qEnvironmentVariable("SIMIAO_BUILD") + u"/tour/server-"_s + tour};
        const QStringList inArchive{u"-B"_s,       QStringLiteral(SIMIAO_ARCHIVE_TOUR),
                                    u"--simiao"_s, built("simiao"),
                                    u"--cli"_s,    built("simiao-cli")};
        const bool needsArchive = tour == "pacs-retrieve"_L1;
        const auto trouble =
            run(needsArchive ? u"python3"_s : built("simiao"), needsArchive ? inArchive + words : words,
                address(u"desk_1"_s, database), 240'000);
        if (trouble.startsWith("skipped"_L1))
            QSKIP(qPrintable(trouble));
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        if (needsArchive) // what the archive gave is on record at the server
            QCOMPARE(
                m_server.psql(
                    u"SELECT count(*) FROM simiao.audit_event WHERE act = 'imaging.attach' AND outcome = 'success'"_s,
                    database),
                u"1"_s);
    }

    void desksDidWhatTheyMayAndNoMore()
    {
        const auto acts =
            m_server.psql(u"SELECT DISTINCT act FROM simiao.audit_event WHERE outcome = 'success'"_s,
                          u"of_outpatient_visit"_s);
        for (const auto *act : {"encounter.check-in", "composition.sign", "prescription.review",
                                "payment.take", "medication.dispense"})
            QVERIFY2(acts.contains(QLatin1StringView(act)), qPrintable(acts));
        QVERIFY2(!m_server.log().contains("server.act-"_L1), qPrintable(m_server.log()));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestToursOnServer)
#include "test_tours_on_server.moc"
