#include "integration/dimse/address.h"
#include "integration/dimse/archive_settings.h"

#include <QTest>

using namespace simiao;
using namespace simiao::dimse;
using namespace Qt::StringLiterals;

namespace {

Config configWith(const QMap<QString, QString> &values)
{
    Config config;
    config.set(u"dicom.title"_s, u"SIMIAO"_s, u"test"_s);
    for (auto value = values.begin(); value != values.end(); ++value)
        config.set(value.key(), value.value(), u"test"_s);
    return config;
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnAddress()
    {
        const auto peer = parsedAddress(
            u"dicom://STORE%20SCP@10.1.2.3:4242?name=放射科&way=move&associations=2&charset=GB18030&patience=60&commit=90"_s);

        QVERIFY2(peer, peer ? "" : qPrintable(logLine(peer.error())));
        QCOMPARE(peer->calledAe, u"STORE SCP"_s);
        QCOMPARE(peer->host, u"10.1.2.3"_s);
        QCOMPARE(peer->port, 4242);
        QCOMPARE(peer->name, u"放射科"_s);
        QVERIFY(peer->way == Way::Move);
        QCOMPARE(peer->associations, 2);
        QCOMPARE(peer->commitment, std::chrono::seconds(90));
        QCOMPARE(peer->characterSet, u"GB18030"_s);
        QVERIFY(peer->patience.answering == std::chrono::seconds(60));
        QVERIFY(!peer->tls.isOn);
    }

    void fillsInWhatIsLeftOut()
    {
        const auto plain = parsedAddress(u"dicom://PACS@pacs.example"_s);
        QVERIFY(plain);
        QCOMPARE(plain->name, u"PACS"_s);
        QCOMPARE(plain->port, 104);
        QVERIFY(plain->way == Way::Get);
        QCOMPARE(plain->associations, 4);
        QCOMPARE(plain->commitment, std::chrono::seconds(0));

        const auto secure = parsedAddress(u"dicoms://PACS@pacs.example?peer=archive.example"_s);
        QVERIFY(secure);
        QCOMPARE(secure->port, 2762);
        QVERIFY(secure->tls.isOn);
        QCOMPARE(secure->tls.peerName, u"archive.example"_s);
    }

    void saysWhatIsWrongWithAnAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << QString() << u"it does not begin"_s;
        QTest::newRow("scheme") << u"http://PACS@host"_s << u"it does not begin"_s;
        QTest::newRow("no title") << u"dicom://host:104"_s << u"is no AE title"_s;
        QTest::newRow("title too long") << u"dicom://ABCDEFGHIJKLMNOPQ@host"_s << u"is no AE title"_s;
        QTest::newRow("no host") << u"dicom://PACS@:104"_s << u"dicom://PACS@:104: "_s;
        QTest::newRow("port") << u"dicom://PACS@host:0"_s << u"host or port"_s;
        QTest::newRow("commitment") << u"dicom://PACS@host?commit=yes"_s << u"commit=yes"_s;
        QTest::newRow("IPv6") << u"dicom://PACS@[2001:db8::7]:104"_s << u"2001:db8::7 is an IPv6 address"_s;
        QTest::newRow("way") << u"dicom://PACS@host?way=fly"_s << u"way=fly"_s;
        QTest::newRow("associations") << u"dicom://PACS@host?associations=99"_s << u"associations=99"_s;
        QTest::newRow("charset") << u"dicom://PACS@host?charset=latin"_s << u"charset=latin"_s;
        QTest::newRow("patience") << u"dicom://PACS@host?patience=long"_s << u"patience=long"_s;
        QTest::newRow("unknown") << u"dicom://PACS@host?tls=no"_s << u"tls is not known"_s;
    }

    void saysWhatIsWrongWithAnAddress()
    {
        QFETCH(QString, address);
        QFETCH(QString, words);

        const auto peer = parsedAddress(address);

        QVERIFY(!peer);
        QCOMPARE(peer.error().kind, ErrorKind::Invalid);
        QCOMPARE(peer.error().code, u"archive.address"_s);
        QVERIFY2(peer.error().detail.contains(words), qPrintable(peer.error().detail));
    }

    void keepsTheGoodOnesBesideTheBad()
    {
        const auto settings = archiveSettings(configWith({
            {u"dicom.archives"_s, u"dicom://ONE@host;nonsense;dicoms://TWO@host"_s},
            {u"dicom.worklists"_s, u"dicom://RIS@host"_s},
            {u"dicom.listen"_s, u"10.1.2.3:11112"_s},
            {u"dicom.authorities"_s, u"/etc/simiao/ca.pem"_s},
        }));

        QCOMPARE(settings.archives.size(), 2);
        QCOMPARE(settings.archives.at(0).callingAe, u"SIMIAO"_s);
        QCOMPARE(settings.archives.at(1).tls.authorities, u"/etc/simiao/ca.pem"_s);
        QCOMPARE(settings.worklists.size(), 1);
        QVERIFY(settings.place);
        QCOMPARE(settings.place->port, 11112);
        QCOMPARE(settings.faults.size(), 1);
        QCOMPARE(settings.faults.front().code, u"archive.address"_s);
    }

    void listensOnEitherKindOfAddress()
    {
        const auto v4 = archiveSettings(configWith({{u"dicom.listen"_s, u"10.1.2.3:11112"_s}}));
        const auto v6 = archiveSettings(configWith({{u"dicom.listen"_s, u"[2001:db8::7]:11112"_s}}));

        QCOMPARE(v4.place, (ListeningPlace{u"10.1.2.3"_s, 11112}));
        QCOMPARE(v6.place, (ListeningPlace{u"2001:db8::7"_s, 11112}));
    }

    void refusesAPlaceThatIsNone()
    {
        for (const auto *place :
             {"11112", "10.1.2.3", "10.1.2.3:0", "10.1.2.3:99999", "a:b:c", "::1:11112", ":11112"}) {
            const auto settings =
                archiveSettings(configWith({{u"dicom.listen"_s, QString::fromLatin1(place)}}));
            QVERIFY2(!settings.place, place);
            QCOMPARE(settings.faults.size(), 1);
            QCOMPARE(settings.faults.front().code, u"archive.listener"_s);
        }
        QVERIFY(archiveSettings(configWith({})).faults.empty());
    }

    void findsADestinationByNameOrAddress()
    {
        const auto config = configWith({{u"dicom.archives"_s, u"dicom://ONE@host?name=Radiology"_s}});
        const auto known = archiveSettings(config).archives;

        QCOMPARE(destinationNamed(u"Radiology"_s, known, config)->calledAe, u"ONE"_s);
        QCOMPARE(destinationNamed(u"dicom://TWO@other"_s, known, config)->calledAe, u"TWO"_s);
        QCOMPARE(destinationNamed(u"dicom://TWO@other"_s, known, config)->callingAe, u"SIMIAO"_s);
        const auto nobody = destinationNamed(u"Cardiology"_s, known, config);
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().code, u"archive.unknown"_s);
        QCOMPARE(nobody.error().detail, u"Radiology"_s);
    }
};

QTEST_APPLESS_MAIN(TestSettings)
#include "test_settings.moc"
