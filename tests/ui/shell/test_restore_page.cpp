#include "core/task_of.h"
#include "shell/notice_text.h"
#include "shell/restore_page.h"
#include "support/patience.h"

#include <QLineEdit>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using shell::RestoreLine;

namespace {

using Contents = std::vector<workflow::TableContents>;

/// Copies of a database that are nowhere: each is proved or restored when the test says so.
struct FakeCopies
{
    std::vector<sdk::BackupCopy> listed{{u"/backup/tuesday.db"_s, {1'795'314'600'000'000}, 4096},
                                        {u"/backup/monday.db"_s, {1'795'228'200'000'000}, 4096}};
    std::vector<std::pair<QString, QPromise<Result<sdk::BackupProof>>>> reading;
    std::vector<std::pair<QString, QPromise<Result<Contents>>>> restoring;

    FakeCopies() = default;
    FakeCopies(const FakeCopies &) = delete;
    FakeCopies &operator=(const FakeCopies &) = delete;
    /// Nobody may wait for a promise that is not kept.
    ~FakeCopies()
    {
        keep(reading);
        keep(restoring);
    }

    shell::RestorePorts ports()
    {
        return {[this] { return Result<std::vector<sdk::BackupCopy>>(listed); },
                [this](const QString &file) { return begin(&reading, file); },
                [this](const QString &file) { return begin(&restoring, file); }};
    }

    void prove(const Result<sdk::BackupProof> &proof) { finish(reading.back().second, proof); }
    void restore(const Result<Contents> &contents) { finish(restoring.back().second, contents); }

private:
    template <typename T>
    static Task<Result<T>> begin(std::vector<std::pair<QString, QPromise<Result<T>>>> *asked, QString file)
    {
        auto &promise = asked->emplace_back(file, QPromise<Result<T>>()).second;
        promise.start();
        return taskOf(promise.future());
    }

    template <typename T>
    static void finish(QPromise<Result<T>> &promise, const Result<T> &result)
    {
        promise.addResult(result);
        promise.finish();
    }

    template <typename T>
    static void keep(std::vector<std::pair<QString, QPromise<Result<T>>>> &asked)
    {
        for (auto &[file, promise] : asked) {
            if (!promise.future().isFinished())
                finish(promise, Result<T>(Error{ErrorKind::Cancelled, u"test.over"_s, file}));
        }
    }
};

sdk::BackupProof aProof()
{
    return {{{u"patient"_s, 12, {}}, {u"encounter"_s, 30, {}}}, 77, Instant{1'795'314'500'000'000}};
}

} // namespace

/// What a person sees and presses when the database is gone.
class TestRestorePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page.reset();
        m_copies = std::make_unique<FakeCopies>();
        open({ErrorKind::Corrupt, u"sqlite.not-a-database"_s, u"file is not a database"_s});
    }

    void saysWhatIsWrongAndReadsTheLatestCopyByItself()
    {
        QVERIFY(message()->text().contains(u"not a database"_s));
        QVERIFY(message()->notice().secondary.contains(u"sqlite.not-a-database"_s));
        QCOMPARE(m_copies->reading.size(), 1U);
        QCOMPARE(m_copies->reading.front().first, u"/backup/tuesday.db"_s);
        QVERIFY(!accept()->isEnabled());

        m_copies->prove(aProof());

        QTRY_VERIFY(accept()->isEnabled());
        QVERIFY(proof()->text().contains(u"42"_s) && proof()->text().contains(u"77"_s));
    }

    void aDamagedCopyCannotBePutInPlace()
    {
        m_copies->prove(Error{ErrorKind::Corrupt, u"row.hash"_s, u"patient 1"_s});

        QTRY_VERIFY(proof()->text().contains(u"patient 1"_s));
        QVERIFY(!accept()->isEnabled());
        QTest::keyClick(m_page.get(), Qt::Key_F9);
        QVERIFY(m_copies->restoring.empty());
    }

    void readsTheNextOneWhenItIsChosen()
    {
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(m_copies->reading.size(), 1U); // one at a time

        m_copies->prove(aProof());

        QTRY_COMPARE(m_copies->reading.size(), 2U);
        QCOMPARE(m_copies->reading.back().first, u"/backup/monday.db"_s);
    }

    void keysAloneBringTheCopyBack()
    {
        QSignalSpy finished(m_page.get(), &shell::RestorePage::finished);
        m_copies->prove(aProof());
        QTRY_VERIFY(accept()->isEnabled());

        QTest::keyClick(list(), Qt::Key_F9);
        QCOMPARE(m_copies->restoring.size(), 1U);
        QVERIFY(!accept()->isEnabled());
        QVERIFY(finished.isEmpty());
        m_copies->restore(Contents());

        QTRY_VERIFY(accept()->isEnabled());
        QVERIFY(!list()->isVisible());
        QTest::keyClick(accept(), Qt::Key_F9);
        QCOMPARE(finished.size(), 1);
    }

    void aRefusedRestoreSaysWhyAndCanBeTriedAgain()
    {
        m_copies->prove(aProof());
        QTRY_VERIFY(accept()->isEnabled());
        QTest::keyClick(list(), Qt::Key_F9);

        m_copies->restore(Error{ErrorKind::Unavailable, u"store.disk-full"_s, {}});

        QTRY_VERIFY(message()->text().contains(u"disk is full"_s));
        QVERIFY(accept()->isEnabled());
        QTest::keyClick(list(), Qt::Key_F9);
        QCOMPARE(m_copies->restoring.size(), 2U);
    }

    void anotherFileIsTypedAndRead()
    {
        m_copies->prove(aProof());
        QTRY_VERIFY(accept()->isEnabled());
        path()->setFocus();

        QTest::keyClicks(path(), u"/elsewhere/copy.db"_s);
        QTest::keyClick(path(), Qt::Key_Return);

        QCOMPARE(list()->model()->rowCount(), 3);
        QCOMPARE(m_copies->reading.back().first, u"/elsewhere/copy.db"_s);
        QVERIFY(!accept()->isEnabled());
        m_copies->prove(Error{ErrorKind::NotFound, u"disk.open"_s, u"/elsewhere/copy.db"_s});
        QTRY_VERIFY(proof()->text().contains(u"/elsewhere/copy.db"_s));
    }

    void withoutAnyCopyOneCanBeNamed()
    {
        m_copies->listed.clear();

        open({ErrorKind::Corrupt, u"store.missing"_s, u"simiao.db"_s});

        QVERIFY(path()->hasFocus());
        QVERIFY(!accept()->isEnabled());
        QTest::keyClick(m_page.get(), Qt::Key_F9);
        QVERIFY(m_copies->restoring.empty());
    }

    void isOfferedOnlyWhereACopyHelps_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isMended");
        for (const char *code : {"sqlite.not-a-database", "store.corrupt", "store.missing", "audit.truncated",
                                 "row.hash", "migration.foreign"})
            QTest::newRow(code) << QString::fromLatin1(code) << true;
        for (const char *code : {"migration.newer", "migration.changed", "profile.in-use", "sqlite.in-use",
                                 "config.syntax", "plugin.missing", "store.disk-full"})
            QTest::newRow(code) << QString::fromLatin1(code) << false;
    }

    void isOfferedOnlyWhereACopyHelps()
    {
        QFETCH(QString, code);
        QFETCH(bool, isMended);

        QCOMPARE(shell::isMendedByCopy({ErrorKind::Corrupt, code, {}}), isMended);
    }

private:
    void open(const Error &cause)
    {
        m_page = std::make_unique<shell::RestorePage>(cause, m_copies->ports());
        m_page->resize(1366, 768);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
    }

    QTableView *list() const { return m_page->findChild<QTableView *>(u"restore.list"_s); }
    QLineEdit *path() const { return m_page->findChild<QLineEdit *>(u"restore.path"_s); }
    QPushButton *accept() const { return m_page->findChild<QPushButton *>(u"restore.accept"_s); }
    shell::NoticeText *message() const { return notice("restore.message"); }
    shell::NoticeText *proof() const { return notice("restore.proof"); }
    shell::NoticeText *notice(const char *name) const
    {
        return m_page->findChild<shell::NoticeText *>(QString::fromLatin1(name));
    }

    std::unique_ptr<FakeCopies> m_copies;
    std::unique_ptr<shell::RestorePage> m_page;
};

QTEST_MAIN(TestRestorePage)
#include "test_restore_page.moc"
