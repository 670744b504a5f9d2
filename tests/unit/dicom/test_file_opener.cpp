#include "integration/dicom/file_opener.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

qsizetype openFiles()
{
    return QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

/// What stands in the file that was opened, which is closed; empty where there is none.
QByteArray contentOf(int file)
{
    QFile opened;
    return file >= 0 && opened.open(file, QIODevice::ReadOnly, QFile::AutoCloseHandle) ? opened.readAll()
                                                                                       : QByteArray();
}

} // namespace

class TestFileOpener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatTheNameSays();
    void aPipeHoldsNothingUp();
};

/// Each file says its own path, and folders change in between.
void TestFileOpener::opensWhatTheNameSays()
{
    const QTemporaryDir folder;
    const QStringList names{u"a/1"_s,   u"a/2"_s,   u"a/3"_s, u"ab/1"_s,    u"ab/2"_s,
                            u"a/b/1"_s, u"a/b/2"_s, u"a/1"_s, u"影像/一"_s, u"影像/二"_s};
    for (const auto &name : names) {
        const auto path = folder.filePath(name);
        QVERIFY(QDir().mkpath(path.section(u'/', 0, -2)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(path.toUtf8()) > 0);
    }
    const auto before = openFiles();
    {
        dicom::FileOpener files;
        for (const auto &name : names) {
            const auto path = folder.filePath(name);
            QCOMPARE(contentOf(files.open(path)), path.toUtf8());
            QVERIFY(files.open(path + u"missing"_s) < 0);
            QCOMPARE(contentOf(files.open(path)), path.toUtf8());
        }
        QDir::setCurrent(folder.filePath(u"a"_s));
        QCOMPARE(contentOf(files.open(u"1"_s)), folder.filePath(u"a/1"_s).toUtf8());
        QCOMPARE(contentOf(files.open(u"2"_s)), folder.filePath(u"a/2"_s).toUtf8());
        QCOMPARE(openFiles(), before); // of the folders, none is left open behind
    }
    QCOMPARE(openFiles(), before);
    QDir::setCurrent(u"/"_s);
}

void TestFileOpener::aPipeHoldsNothingUp()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    dicom::FileOpener files;

    for (int i = 0; i < 3; ++i) {
        const int file = files.open(path);
        QVERIFY(file >= 0);
        ::close(file);
    }
}

QTEST_GUILESS_MAIN(TestFileOpener)
#include "test_file_opener.moc"
