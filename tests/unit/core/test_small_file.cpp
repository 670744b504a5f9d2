#include "core/small_file.h"
#include "support/as_nobody.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace simiao;
using namespace Qt::StringLiterals;

class TestSmallFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readsWhatIsThere()
    {
        write(path(), "[ui]\n");
        QCOMPARE(read().value_or(QByteArray()), QByteArray("[ui]\n"));
    }

    void followsALinkToAFile()
    {
        write(m_folder->filePath(u"real"_s), "text");
        QVERIFY(QFile::link(m_folder->filePath(u"real"_s), path()));
        QCOMPARE(read().value_or(QByteArray()), QByteArray("text"));
    }

    void nothingIsNotFound() { QCOMPARE(read().error().kind, ErrorKind::NotFound); }

    void aFolderIsNoFile()
    {
        QVERIFY(QDir().mkpath(path()));
        refuses(u"disk.not-a-file"_s);
    }

    /// Taken for "there are no settings", it would give everybody the defaults.
    void aLinkThatLeadsNowhereIsNoFile()
    {
        QVERIFY(QFile::link(m_folder->filePath(u"gone"_s), path()));
        refuses(u"disk.not-a-file"_s);
    }

    /// Opened, it would wait for a writer for ever.
    void aPipeIsNoFile()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
        refuses(u"disk.not-a-file"_s);
    }

    void aGigabyteIsNotRead()
    {
        write(path(), "x");
        QVERIFY(QFile::resize(path(), qint64(1) << 30));
        refuses(u"disk.too-large"_s);
    }

    void theLargestIsRead()
    {
        write(path(), QByteArray(kMostOfSmallFile, '#'));
        QVERIFY(read());
        write(path(), QByteArray(kMostOfSmallFile + 1, '#'));
        QVERIFY(!read());
    }

    void whatMayNotBeReadIsSaidWithItsPlace()
    {
        write(path(), "x");
        QVERIFY(QFile::setPermissions(path(), QFileDevice::WriteOwner));
        QVERIFY(QFile::setPermissions(m_folder->path(), QFileDevice::Permissions::fromInt(0x7755)));
        const test::AsNobody nobody;

        const auto bytes = read();

        QCOMPARE(bytes.error().code, u"disk.open"_s);
        QCOMPARE(bytes.error().kind, ErrorKind::Unavailable);
        QVERIFY(bytes.error().detail.startsWith(path()));
    }

private:
    QString path() const { return m_folder->filePath(u"config.toml"_s); }
    Result<QByteArray> read() const { return readSmallFile(*systemDisk(), path()); }

    void refuses(const QString &code) const
    {
        const auto bytes = read();
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, code);
        QCOMPARE(bytes.error().detail, path());
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSmallFile)
#include "test_small_file.moc"
