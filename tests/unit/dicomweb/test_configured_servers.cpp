#include "dicomweb/dicomweb_backend.h"
#include "integration/dicomweb/configured_servers.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace simiao;
using namespace Qt::StringLiterals;

class TestConfiguredServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAServer();
    void readsAToken();
    void namesFaults_data();
    void namesFaults();
    void refusesSecretsThatOthersRead_data();
    void refusesSecretsThatOthersRead();
    void opensWhatIsSound();

private:
    QString secret(const QByteArray &text, QFile::Permissions more = {});
    static Config configOf(const QByteArray &toml);

    QTemporaryDir m_folder;
    int m_files = 0;
};

/// A file that its owner alone may read, unless `more` may.
QString TestConfiguredServers::secret(const QByteArray &text, QFile::Permissions more)
{
    QFile file(m_folder.filePath(u"secret%1"_s.arg(++m_files)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
        qFatal("cannot write the test's own file");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | more);
    return file.fileName();
}

Config TestConfiguredServers::configOf(const QByteArray &toml)
{
    Config config;
    if (!config.readToml(toml, u"config.toml"_s))
        qFatal("the test's own settings");
    return config;
}

void TestConfiguredServers::readsAServer()
{
    const auto config = configOf(
        "[dicomweb]\nservers = [\"a\", \"b\"]\n"
        "[dicomweb.a]\nurl = \"https://pacs.example:8443/dicom-web\"\nname = \"Radiology\"\n"
        "user = \"ws7\"\npatience = 5\npassword-file = \""
        + secret("päss word\nmore\n").toUtf8() + "\"\n[dicomweb.b]\nurl = \"http://127.0.0.1:8042\"\n");

    const auto read = dicomweb::configuredServers(config);

    QVERIFY(read.faults.empty());
    QCOMPARE(read.servers.size(), 2U);
    const auto &server = read.servers.front();
    QCOMPARE(server.name, u"Radiology"_s);
    QCOMPARE(server.http.server, QUrl(u"https://pacs.example:8443/dicom-web"_s));
    QCOMPARE(server.patience, std::chrono::seconds(5));
    const auto *basic = std::get_if<http::BasicCredentials>(&server.http.credentials);
    QVERIFY(basic);
    QCOMPARE(basic->user, u"ws7"_s);
    QCOMPARE(basic->password, u"päss word"_s);
    QCOMPARE(read.servers.back().name, u"b"_s);
}

void TestConfiguredServers::readsAToken()
{
    const auto config =
        configOf("[dicomweb]\nservers = [\"a\"]\n[dicomweb.a]\nurl = \"https://pacs.example\"\n"
                 "token-file = \""
                 + secret("abc.def\n").toUtf8() + "\"\n");

    const auto read = dicomweb::configuredServers(config);

    QCOMPARE(read.servers.size(), 1U);
    const auto *bearer = std::get_if<http::BearerToken>(&read.servers.front().http.credentials);
    QVERIFY(bearer);
    QCOMPARE(bearer->token, "abc.def");
}

void TestConfiguredServers::namesFaults_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    const QByteArray url = "url = \"https://pacs.example\"\n";
    QTest::newRow("no address") << QByteArray("name = \"A\"\n") << u"http.url"_s << QString();
    QTest::newRow("a password in it") << url + "user = \"u\"\npassword = \"hunter2\"\n"
                                      << u"archive.secret-in-settings"_s << u"dicomweb.a.password"_s;
    QTest::newRow("no such file") << url + "user = \"u\"\npassword-file = \"/no/such\"\n"
                                  << u"disk.open"_s << u"/no/such"_s;
    QTest::newRow("two ways to log in") << url + "user = \"u\"\ntoken-file = \"/x\"\n"
                                        << u"archive.setting"_s << u"dicomweb.a.token-file"_s;
    QTest::newRow("no key") << url + "certificate-file = \"/x\"\n"
                            << u"archive.setting"_s << u"dicomweb.a.key-file"_s;
    QTest::newRow("no patience") << url + "patience = 0\n"
                                 << u"archive.setting"_s << u"dicomweb.a.patience"_s;
}

void TestConfiguredServers::namesFaults()
{
    QFETCH(QByteArray, lines);
    const auto config = configOf("[dicomweb]\nservers = [\"a\"]\n[dicomweb.a]\n" + lines);

    const auto read = dicomweb::configuredServers(config);

    QVERIFY(read.servers.empty());
    QCOMPARE(read.faults.size(), 1U);
    QTEST(read.faults.front().code, "code");
    QFETCH(QString, detail);
    QVERIFY2(read.faults.front().detail.contains(detail), qPrintable(read.faults.front().detail));
    QVERIFY(!read.faults.front().detail.contains(u"hunter2"_s));
}

void TestConfiguredServers::refusesSecretsThatOthersRead_data()
{
    QTest::addColumn<QFile::Permissions>("more");
    QTest::newRow("the group reads") << QFile::Permissions(QFile::ReadGroup);
    QTest::newRow("others read") << QFile::Permissions(QFile::ReadOther);
    QTest::newRow("others write") << QFile::Permissions(QFile::WriteOther);
}

void TestConfiguredServers::refusesSecretsThatOthersRead()
{
    QFETCH(QFile::Permissions, more);
    const auto file = secret("hunter2", more);
    const auto config =
        configOf("[dicomweb]\nservers = [\"a\"]\n[dicomweb.a]\nurl = \"https://pacs.example\"\n"
                 "user = \"u\"\npassword-file = \""
                 + file.toUtf8() + "\"\n");

    const auto read = dicomweb::configuredServers(config);

    QVERIFY(read.servers.empty());
    QCOMPARE(read.faults.front().code, u"archive.secret-open"_s);
    QCOMPARE(read.faults.front().detail, file);
}

void TestConfiguredServers::opensWhatIsSound()
{
    sdk::BackendEnvironment environment;
    environment.config = configOf("[dicomweb]\nservers = [\"a\", \"b\"]\n[dicomweb.a]\nurl = \"ftp://x\"\n"
                                  "[dicomweb.b]\nurl = \"https://pacs.example\"\nname = \"B\"\n");

    const auto backend = dicomweb::openBackend(environment);

    QVERIFY(backend);
    QCOMPARE(backend->archives.size(), 1U);
    QCOMPARE(backend->archives.front()->displayName(), u"B"_s);
}

QTEST_GUILESS_MAIN(TestConfiguredServers)
#include "test_configured_servers.moc"
