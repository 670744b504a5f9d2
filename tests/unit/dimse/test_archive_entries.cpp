#include "integration/dimse/address.h"
#include "integration/dimse/archive_entries.h"

#include <QTest>

using namespace simiao;
using namespace simiao::dimse;
using namespace Qt::StringLiterals;
using workflow::ArchiveEntry;
using workflow::ArchiveKind;

namespace {

ArchiveEntry anArchive(const QMap<QString, QString> &changes = {})
{
    ArchiveEntry entry{.kind = ArchiveKind::Dimse,
                       .fields = {{u"name"_s, u"Radiology"_s},
                                  {u"host"_s, u"10.1.2.3"_s},
                                  {u"port"_s, u"4242"_s},
                                  {u"title"_s, u"ORTHANC"_s},
                                  {u"tls"_s, u"false"_s}}};
    entry.fields.insert(changes);
    return entry;
}

ArchiveEntry aPrinter(const QMap<QString, QString> &changes = {})
{
    auto entry = anArchive({{u"film"_s, u"14INX17IN"_s}, {u"medium"_s, u"BLUE FILM"_s}});
    entry.kind = ArchiveKind::FilmPrinter;
    entry.fields.insert(changes);
    return entry;
}

Config configOf(const std::vector<ArchiveEntry> &entries)
{
    Config config;
    config.set(u"dicom.title"_s, u"SIMIAO"_s, {});
    const auto settings = DimseProtocol().settings(entries);
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        config.set(setting.key(), setting->join(u';'), {});
    return config;
}

std::vector<ArchiveEntry> withoutOwn(std::vector<ArchiveEntry> entries)
{
    std::erase_if(entries, [](const auto &entry) { return entry.kind == ArchiveKind::Workstation; });
    return entries;
}

} // namespace

class TestArchiveEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("title");
        QTest::newRow("plain") << u"Radiology"_s << u"ORTHANC"_s;
        QTest::newRow("Chinese") << u"放射科 影像"_s << u"PACS 1"_s;
        QTest::newRow("signs of addresses and lists") << u"a;b&c=d?e#f/g%41+h:i@j"_s << u"A@B:C/D;E"_s;
        QTest::newRow("quotes") << u"\"'`<>[]{}|^~"_s << u"X\"Y"_s;
    }
    void readsWhatItWrote()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, title);
        const auto entry = anArchive({{u"name"_s, name},
                                      {u"title"_s, title},
                                      {u"tls"_s, u"true"_s},
                                      {u"peer"_s, u"pacs.example"_s},
                                      {u"way"_s, u"move"_s},
                                      {u"callers"_s, u"PACS,PACS 2"_s},
                                      {u"associations"_s, u"2"_s},
                                      {u"commit"_s, u"90"_s},
                                      {u"charset"_s, u"GB18030"_s},
                                      {u"patience"_s, u"7"_s}});

        QVERIFY(!DimseProtocol().fault(entry));
        const auto read = withoutOwn(DimseProtocol().entries(configOf({entry})));

        QCOMPARE(read.size(), 1U);
        QCOMPARE(read.front().fields, entry.fields);
    }

    void readsThePrinterThatItWrote_data() { readsWhatItWrote_data(); }
    void readsThePrinterThatItWrote()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, title);
        const auto entry = aPrinter({{u"name"_s, name},
                                     {u"title"_s, title},
                                     {u"tls"_s, u"true"_s},
                                     {u"peer"_s, u"film.example"_s},
                                     {u"bits"_s, u"12"_s},
                                     {u"patience"_s, u"7"_s}});

        QVERIFY(!DimseProtocol().fault(entry));
        const auto read = withoutOwn(DimseProtocol().entries(configOf({entry})));

        QCOMPARE(read.size(), 1U);
        QVERIFY(read.front().kind == ArchiveKind::FilmPrinter);
        for (auto field = entry.fields.begin(); field != entry.fields.end(); ++field)
            QCOMPARE(read.front().text(field.key()), field.value());
        QCOMPARE(DimseProtocol().connections(configOf({entry})).filmPrinters.front()->displayName(), name);
    }

    void keepsAPrinterThatCannotBeRead()
    {
        const auto address = u"dicom://FILM@host?film=too long for a code string"_s;
        Config config;
        config.set(u"dicom.title"_s, u"SIMIAO"_s, {});
        config.set(u"dicom.printers"_s, address, {});

        const auto read = withoutOwn(DimseProtocol().entries(config));

        QCOMPARE(read.size(), 1U);
        QVERIFY(DimseProtocol().fault(read.front()));
        QCOMPARE(DimseProtocol().settings(read)[u"dicom.printers"_s], QStringList{address});
    }

    void saysWhichFieldOfAPrinterIsWrong_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("no host") << u"host"_s << QString();
        QTest::newRow("film in small letters") << u"film"_s << u"14inx17in"_s;
        QTest::newRow("medium too long") << u"medium"_s << u"SEVENTEEN LETTERS"_s;
    }
    void saysWhichFieldOfAPrinterIsWrong()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, text);

        const auto fault = DimseProtocol().fault(aPrinter({{field, text}}));

        QVERIFY(fault);
        QCOMPARE(fault->field, field);
    }

    void keepsAnAddressThatCannotBeRead()
    {
        Config config;
        config.set(u"dicom.title"_s, u"SIMIAO"_s, {});
        config.set(u"dicom.archives"_s, u"nonsense;dicom://ONE@host"_s, {});

        const auto read = withoutOwn(DimseProtocol().entries(config));

        QCOMPARE(read.size(), 2U);
        QCOMPARE(read.front().name(), u"nonsense"_s);
        QVERIFY(DimseProtocol().fault(read.front()));
        QCOMPARE(DimseProtocol().settings(read)[u"dicom.archives"_s].front(), u"nonsense"_s);
    }

    void saysWhichFieldIsWrong_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("no name") << u"name"_s << u" "_s;
        QTest::newRow("no host") << u"host"_s << QString();
        QTest::newRow("host with a user") << u"host"_s << u"a@b"_s;
        QTest::newRow("port 0") << u"port"_s << u"0"_s;
        QTest::newRow("port too high") << u"port"_s << u"65536"_s;
        QTest::newRow("port in words") << u"port"_s << u"dicom"_s;
        QTest::newRow("no title") << u"title"_s << QString();
        QTest::newRow("title too long") << u"title"_s << u"SEVENTEEN-LETTERS"_s;
        QTest::newRow("title in Chinese") << u"title"_s << u"影像"_s;
        QTest::newRow("associations") << u"associations"_s << u"9"_s;
        QTest::newRow("IPv6") << u"host"_s << u"2001:db8::7"_s;
        QTest::newRow("commitment") << u"commit"_s << u"601"_s;
        QTest::newRow("patience") << u"patience"_s << u"-1"_s;
    }
    void saysWhichFieldIsWrong()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, text);

        const auto fault = DimseProtocol().fault(anArchive({{field, text}}));

        QVERIFY(fault);
        QCOMPARE(fault->field, field);
    }

    void aFieldThatIsEmptyIsCalledEmpty()
    {
        for (const auto &field : {u"name"_s, u"host"_s}) {
            const auto fault = DimseProtocol().fault(anArchive({{field, {}}}));
            QVERIFY(fault);
            QCOMPARE(fault->error.code, u"archive.field-empty"_s);
        }
    }

    void checksThisEnd_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("good") << u"listen"_s << u"0.0.0.0:11112"_s << true;
        QTest::newRow("no port") << u"listen"_s << u"0.0.0.0"_s << false;
        QTest::newRow("no title") << u"title"_s << QString() << false;
        QTest::newRow("a file that is not there") << u"authorities"_s << u"/nowhere/ca.pem"_s << false;
    }
    void checksThisEnd()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        QFETCH(const bool, isGood);
        ArchiveEntry own{.kind = ArchiveKind::Workstation, .fields = {{u"title"_s, u"SIMIAO"_s}}};
        own.fields.insert(field, text);

        const auto fault = DimseProtocol().fault(own);

        QCOMPARE(!fault, isGood);
        QCOMPARE(fault ? fault->field : field, field);
    }

    void keepsKindsApart()
    {
        auto worklist = anArchive({{u"name"_s, u"RIS"_s}});
        worklist.kind = ArchiveKind::Worklist;

        const auto links = DimseProtocol().connections(
            configOf({anArchive(), worklist, aPrinter({{u"name"_s, u"Film"_s}})}));

        QCOMPARE(links.archives.size(), 1U);
        QCOMPARE(links.archives.front()->displayName(), u"Radiology"_s);
        QCOMPARE(links.worklists.size(), 1U);
        QCOMPARE(links.worklists.front()->displayName(), u"RIS"_s);
        QCOMPARE(links.filmPrinters.size(), 1U);
        QCOMPARE(links.filmPrinters.front()->displayName(), u"Film"_s);
        QVERIFY(links.faults.empty());
    }
};

QTEST_GUILESS_MAIN(TestArchiveEntries)
#include "test_archive_entries.moc"
