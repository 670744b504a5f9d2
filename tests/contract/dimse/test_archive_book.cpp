#include "bootstrap/archive_book.h"
#include "bootstrap/settings.h"
#include "integration/dicomweb/archive_entries.h"
#include "integration/dimse/archive_entries.h"
#include "memory_sink.h"
#include "peers.h"
#include "support/free_port.h"
#include "support/orthanc.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;
using bootstrap::ArchiveBook;
using workflow::ArchiveEntry;
using workflow::ArchiveKind;

namespace {

constexpr auto kDicomWebPlugin = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so"_L1;

/// A profile whose archives are set up, without the rest of the program.
struct Profile
{
    QTemporaryDir folder;
    QStringList overrides;

    QString configFile() const { return folder.filePath(u"config.toml"_s); }
    QString archivesFile() const { return bootstrap::archivesFileOf(configFile()); }
    void write(const QString &path, const QByteArray &bytes) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    Result<Config> settings() const { return bootstrap::readSettings({{}, configFile(), {}, overrides}); }
    std::shared_ptr<ArchiveBook> book() const
    {
        const std::vector<std::shared_ptr<workflow::ArchiveProtocol>> protocols{
            std::make_shared<dimse::DimseProtocol>(), std::make_shared<dicomweb::DicomWebProtocol>()};
        return std::make_shared<ArchiveBook>(
            *settings(), protocols, archivesFile(), [this] { return settings(); }, workflow::ArchiveLinks());
    }
};

ArchiveEntry overDimse(const QString &name, quint16 port)
{
    return {.kind = ArchiveKind::Dimse,
            .fields = {{u"name"_s, name},
                       {u"host"_s, u"127.0.0.1"_s},
                       {u"port"_s, QString::number(port)},
                       {u"title"_s, u"ORTHANC"_s},
                       {u"patience"_s, u"5"_s}}};
}

ArchiveEntry overWeb(const QString &name, quint16 port)
{
    return {.kind = ArchiveKind::DicomWeb,
            .fields = {{u"name"_s, name}, {u"url"_s, u"http://127.0.0.1:%1/dicom-web"_s.arg(port)}}};
}

Result<void> stored(ArchiveBook &book, std::vector<ArchiveEntry> more)
{
    auto entries = book.entries();
    entries.insert(entries.end(), more.begin(), more.end());
    return QCoro::waitFor(book.store(std::move(entries)));
}

QStringList names(const ArchiveBook &book)
{
    QStringList all;
    for (const auto &archive : book.archives())
        all.append(archive->displayName());
    return all;
}

} // namespace

/// Archives as the administrator keeps them, with both protocols and a real archive.
class TestArchiveBook : public QObject
{
    Q_OBJECT

private:
    Orthanc m_archive;
    bool m_isThere = false;

private Q_SLOTS:
    void initTestCase()
    {
        if (Orthanc::program().isEmpty() || !QFile::exists(kDicomWebPlugin))
            return;
        m_isThere = m_archive.start({{u"Plugins"_s, QJsonArray{QString(kDicomWebPlugin)}}});
        QVERIFY(m_isThere);
    }

    void usesAtOnceWhatIsStored()
    {
        const Profile profile;
        const auto book = profile.book();

        QVERIFY(stored(*book, {overDimse(u"放射科"_s, 4242), overWeb(u"Web \"1\""_s, 8042)}));

        QCOMPARE(names(*book), (QStringList{u"Web \"1\""_s, u"放射科"_s}));
        QCOMPARE(profile.book()->entries(), book->entries()); // and at the next start
        QCOMPARE(book->entries().size(), 3U);
    }

    void winsOverTheFileThatPeopleEdit()
    {
        const Profile profile;
        profile.write(profile.configFile(), "dicom.archives = [\"dicom://OLD@host\"]\nui.theme = \"dark\"\n");
        const auto book = profile.book();
        auto entries = book->entries();
        QCOMPARE(entries.size(), 2U);
        entries.pop_back();

        QVERIFY(QCoro::waitFor(book->store(entries)));

        QCOMPARE(names(*book), QStringList());
        QCOMPARE(profile.settings()->value(u"ui.theme"_s), u"dark"_s);
    }

    /// Whoever sets up an archive for the first time has named printers by hand before.
    void takesFilmPrintersOver()
    {
        const Profile profile;
        profile.write(profile.configFile(),
                      "dicom.printers = [\"dicom://OLD@host?name=Old&film=A4&medium=BLUE FILM\"]\n");
        const auto book = profile.book();
        auto printer = overDimse(u"New"_s, 4242);
        printer.kind = ArchiveKind::FilmPrinter;

        QVERIFY(stored(*book, {overDimse(u"Archive"_s, 4243), printer}));

        QCOMPARE(book->filmPrinters().size(), 2U);
        QCOMPARE(book->filmPrinters().front()->displayName(), u"Old"_s);
        QCOMPARE(book->filmPrinters().front()->stock().mm, QSizeF(210, 297));
        QCOMPARE(book->filmPrinters().back()->displayName(), u"New"_s);
        QCOMPARE(names(*book), QStringList{u"Archive"_s});
        QCOMPARE(profile.book()->entries(), book->entries());
    }

    void asksAFilmPrinter()
    {
        const Profile profile;
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        auto printer = overDimse(u"Film"_s, closed.serverPort());
        printer.kind = ArchiveKind::FilmPrinter;
        closed.close();

        const auto proof = QCoro::waitFor(profile.book()->probe(printer, {}, {}));

        QCOMPARE(proof.error().code, u"film.unreachable"_s);
    }

    void offersThePreferredOneFirst()
    {
        const Profile profile;
        const auto book = profile.book();
        auto second = overDimse(u"Second"_s, 4243);
        second.isPreferred = true;

        QVERIFY(stored(*book, {overWeb(u"First"_s, 8042), second}));

        QCOMPARE(names(*book), (QStringList{u"Second"_s, u"First"_s}));
        QVERIFY(book->entries().at(1).isPreferred);
    }

    void saysWhatWinsOverTheFile()
    {
        Profile profile;
        profile.overrides = {u"dicom.archives=dicom://FIXED@host"_s};
        const auto book = profile.book();

        const auto kept = QCoro::waitFor(book->store({book->entries().front(), overDimse(u"New"_s, 4242)}));

        QCOMPARE(kept.error().code, u"archive.overridden"_s);
        QVERIFY2(kept.error().detail.contains(u"command line"_s), qPrintable(kept.error().detail));
        QCOMPARE(names(*book), QStringList{u"FIXED"_s});
    }

    void startsWithAFileThatIsDamaged()
    {
        const Profile profile;
        profile.write(profile.archivesFile(), "dicom.archives = [\"dicom:");

        const auto book = profile.book();

        QCOMPARE(names(*book), QStringList());
        QVERIFY(stored(*book, {overDimse(u"New"_s, 4242)}));
        QCOMPARE(names(*book), QStringList{u"New"_s});
    }

    void keepsWhatThereWasWhenTheDiskRefuses()
    {
        const Profile profile;
        const auto book = profile.book();
        QVERIFY(stored(*book, {overDimse(u"Old"_s, 4242)}));
        // where the new one would be written first
        QVERIFY(QDir().mkpath(profile.archivesFile() + u".new/in-the-way"_s));

        const auto kept = stored(*book, {overDimse(u"New"_s, 4243)});

        QVERIFY(!kept);
        QCOMPARE(names(*book), QStringList{u"Old"_s});
    }

    void keepsNoSecret()
    {
        const Profile profile;
        auto entry = overWeb(u"Web"_s, 8042);
        const auto secret = profile.folder.filePath(u"web.pw"_s);
        profile.write(secret, "s3cret-word\n");
        QVERIFY(QFile::setPermissions(secret, QFile::ReadOwner | QFile::WriteOwner));
        entry.fields.insert({{u"user"_s, u"desk"_s}, {u"password-file"_s, secret}});
        const auto book = profile.book();

        QVERIFY(!book->fault(entry));
        QVERIFY(stored(*book, {entry}));

        QFile file(profile.archivesFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        QVERIFY(text.contains("web.pw"));
        QVERIFY(!text.contains("s3cret-word"));
        QVERIFY(QFile::setPermissions(secret, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QCOMPARE(book->fault(entry)->error.code, u"archive.secret-open"_s);
        QCOMPARE(book->fault(entry)->field, u"password-file"_s);
    }

    void asksWithWhatIsTyped()
    {
        if (!m_isThere)
            QSKIP("needs the packages orthanc and orthanc-dicomweb");
        const Profile profile;
        const auto book = profile.book();

        const auto echo = QCoro::waitFor(book->probe(overDimse(u"PACS"_s, m_archive.dicomPort()), {}, {}));
        const auto search = QCoro::waitFor(book->probe(overWeb(u"PACS"_s, m_archive.httpPort()), {}, {}));

        QVERIFY2(echo, qPrintable(echo ? QString() : logLine(echo.error())));
        QVERIFY2(echo->protocol.startsWith(u"DIMSE"_s), qPrintable(echo->protocol));
        QVERIFY2(search, qPrintable(search ? QString() : logLine(search.error())));
        QVERIFY2(search->protocol.startsWith(u"DICOMweb"_s), qPrintable(search->protocol));
        QVERIFY(names(*book).isEmpty());
    }

    void saysThatTheArchiveKnowsAnotherTitle()
    {
        if (!m_isThere)
            QSKIP("needs the packages orthanc and orthanc-dicomweb");
        const Profile profile;
        auto entry = overDimse(u"PACS"_s, m_archive.dicomPort());
        entry.fields[u"title"_s] = u"OTHER"_s;

        const auto proof = QCoro::waitFor(profile.book()->probe(entry, {}, {}));

        QCOMPARE(proof.error().code, u"archive.refused"_s);
    }

    void endsATestThatIsStopped()
    {
        const Profile profile;
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const auto book = profile.book();
        std::stop_source stop;
        std::optional<Result<workflow::ArchiveProof>> answer;

        QCoro::connect(book->probe(overDimse(u"PACS"_s, silent.serverPort()), {}, stop.get_token()), this,
                       [&answer](const Result<workflow::ArchiveProof> &proof) { answer = proof; });
        QTRY_VERIFY(silent.hasPendingConnections());
        stop.request_stop();

        QTRY_VERIFY_WITH_TIMEOUT(answer, 4000); // less than the patience of the entry
        QVERIFY(answer->error().kind == ErrorKind::Cancelled);
    }

    /// The one that is reached both ways is asked, searched and brought from over the web: DIMSE leads to a port that is closed.
    void takesTheWebWhereAnArchiveIsReachedBothWays()
    {
        if (!m_isThere)
            QSKIP("needs the packages orthanc and orthanc-dicomweb");
        const Profile profile;
        QCOMPARE(m_archive.upload(writtenStudy(profile.folder.path(), u"2.25.77"_s, u"Zhang^San"_s, 3)), 3);
        const auto book = profile.book();
        QVERIFY(stored(*book, {overDimse(u"PACS"_s, freePort()), overWeb(u"PACS"_s, m_archive.httpPort())}));

        QCOMPARE(names(*book), QStringList{u"PACS"_s});
        const auto archive = book->archives().front();
        workflow::StudyQuery query;
        query.studyInstanceUid = u"2.25.77"_s;
        const auto found = QCoro::waitFor(archive->findStudies(query, {}));
        const auto sink = std::make_shared<MemorySink>();
        const auto brought =
            QCoro::waitFor(archive->retrieve({u"2.25.77"_s, {}, {}, {}}, sink, [](const auto &) {}, {}));

        QVERIFY2(found, qPrintable(found ? QString() : logLine(found.error())));
        QCOMPARE(found->studies.size(), 1U);
        QVERIFY(brought && brought->isWhole());
        QCOMPARE(brought->count.done, 3);
    }
};

QTEST_GUILESS_MAIN(TestArchiveBook)
#include "test_archive_book.moc"
