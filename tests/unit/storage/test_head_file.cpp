#include "storage/audit/head_file.h"
#include "unit/domain/refusal.h"

#include <QTemporaryDir>
#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;
using security::AuditHead;
using storage::AuditHeadFile;

class TestHeadFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void newFileIsTheHeadOfAnEmptyChain()
    {
        QCOMPARE(*AuditHeadFile(path()).read(), security::emptyAuditHead());
    }

    void lastHeadIsReadBack()
    {
        writeUpTo(5);
        QCOMPARE(*AuditHeadFile(path()).read(), headAt(5));
    }

    void tornWriteLeavesTheHeadBefore()
    {
        writeUpTo(4);
        damage(0);
        QCOMPARE(*AuditHeadFile(path()).read(), headAt(3));
    }

    void damageOfTheOlderSlotDoesNotMatter()
    {
        writeUpTo(5);
        damage(0);
        QCOMPARE(*AuditHeadFile(path()).read(), headAt(5));
    }

    void fileWithoutAValidSlotIsRefused()
    {
        writeUpTo(5);
        damage(0);
        damage(slotBytes());
        const auto read = AuditHeadFile(path()).read();
        QCOMPARE(read.error().kind, ErrorKind::Corrupt);
        QCOMPARE(refusal(read), u"audit.head-unreadable"_s);
    }

    void fileThatCannotBeOpenedIsSaid()
    {
        AuditHeadFile file(m_folder->filePath(u"missing/head"_s));
        QCOMPARE(refusal(file.read()), u"disk.open"_s);
        QCOMPARE(refusal(file.write(headAt(1))), u"disk.open"_s);
    }

private:
    QString path() const { return m_folder->filePath(u"audit.head"_s); }
    static AuditHead headAt(qint64 count) { return {count, QByteArray(32, char('a' + count))}; }

    void writeUpTo(qint64 count) const
    {
        AuditHeadFile file(path());
        for (qint64 i = 1; i <= count; ++i)
            QVERIFY(file.write(headAt(i)));
    }

    qint64 slotBytes() const { return QFileInfo(path()).size() / 2; }

    /// Flips a bit in the slot at `offset`.
    void damage(qint64 offset) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(offset + 30);
        const QByteArray byte = file.read(1);
        file.seek(offset + 30);
        file.write(QByteArray(1, char(byte[0] ^ 1)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestHeadFile)
#include "test_head_file.moc"
