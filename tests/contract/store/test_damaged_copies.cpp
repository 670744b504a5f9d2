#include "contract/store/copied_hospital.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

/// Copies of a server that are damaged, changed or not whole, and those of a database that somebody changed.
class TestDamagedCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_here.server, m_here.hospital); }

    void init() { m_here.beginAnew(); }

    void aDamagedCopyIsRefused_data()
    {
        QTest::addColumn<int>("percent");
        QTest::newRow("first byte") << 0;
        QTest::newRow("middle") << 50;
        QTest::newRow("last byte") << 100;
        QTest::newRow("cut") << -1;
    }
    void aDamagedCopyIsRefused()
    {
        QFETCH(const int, percent);
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        auto bytes = readFile(m_here.file());
        if (percent < 0)
            bytes.chop(1);
        else
            bytes[(bytes.size() - 1) * percent / 100] ^= 1;
        writeFile(m_here.file(), bytes);

        QCOMPARE(errorOf(drill(m_here.placeOf(m_here.database), m_here.file())),
                 u"server.copy-damaged "_s + m_here.file());
        QCOMPARE(m_here.scratchDatabases(), u"0"_s);
    }

    // Somebody changed the copy and gave it a fitting hash.
    void aManifestThatSaysOtherwiseIsFound_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("error");
        QTest::newRow("rows") << QByteArray("\"patient\": {\n") << QByteArray("\"patienz\": {\n")
                              << u"server.copy-differs patienz"_s;
        QTest::newRow("newer") << QByteArray("\"schema\": ") << QByteArray("\"schema\": 9")
                               << u"server.copy-newer 99 9"_s;
        QTest::newRow("older") << QByteArray("\"schema\": 9") << QByteArray("\"schema\": 8")
                               << u"server.copy-differs schema"_s;
        QTest::newRow("another format")
            << QByteArray("\"formatVersion\": 1") << QByteArray("\"formatVersion\": 2")
            << u"server.copy-manifest format"_s;
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray("[") << u"server.copy-manifest"_s;
    }
    void aManifestThatSaysOtherwiseIsFound()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QString, error);
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        const auto manifest = readFile(postgresql::manifestOf(m_here.file()));
        QVERIFY(manifest.contains(from));
        writeFile(postgresql::manifestOf(m_here.file()), QByteArray(manifest).replace(from, to));
        const auto database = m_here.empty();

        const auto said = errorOf(restoreCopy(m_here.placeOf(database), m_here.file()));

        QVERIFY2(said.startsWith(error), qPrintable(said));
        QCOMPARE(m_here.tablesIn(database), u"0"_s); // as empty as before
        QVERIFY(!m_here.hospital->open(database));
    }

    void aCopyWithoutItsManifestIsNone()
    {
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        QVERIFY(QFile::remove(postgresql::manifestOf(m_here.file())));

        QCOMPARE(errorOf(drill(m_here.placeOf(m_here.database), m_here.file())),
                 u"server.copy-unfinished "_s + m_here.file());
    }

    // What was changed behind the program's back is copied, and found by the drill.
    void aDrillFindsWhatSomebodyChanged_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("error");
        QTest::newRow("a row") << u"UPDATE simiao.patient SET phone = '0'"_s << u"row.hash"_s;
        QTest::newRow("a link")
            << u"ALTER TABLE simiao.audit_event DISABLE TRIGGER USER;"
               "UPDATE simiao.audit_event SET event = replace(event, 'test', 'tent') WHERE sequence = 1"_s
            << u"audit.edited"_s;
        QTest::newRow("the last link") << u"ALTER TABLE simiao.audit_event DISABLE TRIGGER USER;"
                                          "DELETE FROM simiao.audit_event e WHERE sequence ="
                                          " (SELECT max(sequence) FROM simiao.audit_event)"_s
                                       << u"audit.truncated"_s;
    }
    void aDrillFindsWhatSomebodyChanged()
    {
        QFETCH(const QString, sql);
        QFETCH(const QString, error);
        QCOMPARE(m_here.server.psql(sql, m_here.database), QString());
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));

        const auto said = errorOf(drill(m_here.placeOf(m_here.database), m_here.file()));

        QVERIFY2(said.startsWith(error), qPrintable(said));
        QCOMPARE(m_here.scratchDatabases(), u"0"_s);
    }

private:
    CopiedHospital m_here;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestDamagedCopies)

#include "test_damaged_copies.moc"
