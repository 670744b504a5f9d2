#include "contract/store/sqlite_profile.h"
#include "sqlite/sqlite_connector.h"
#include "support/as_nobody.h"
#include "support/world.h"
#include "workflow/ports/queries.h"

#include <QDir>

#include <random>

namespace simiao::test {

namespace {

using namespace Qt::StringLiterals;
using Contents = std::vector<workflow::TableContents>;

/// What came of opening a database and reading all of it.
struct Reading
{
    std::optional<Error> refusal; ///< at the start
    bool hasProblems = false;     ///< found by the check
    Result<Contents> contents;    ///< rows that would be shown
};

} // namespace

/// A database file after a disk, a cable or a hand was at it. Whatever is shown is what was written, or nothing is.
class TestDamagedDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto backend = m_whole.open();
        QVERIFY(backend);
        aWorld(backend->store);
        const auto contents = QCoro::waitFor(backend->maintenance->contents());
        QVERIFY(contents);
        m_contents = *contents;
        backend->store->close();
        m_bytes = m_whole.bytesOf("simiao.db");
        QVERIFY(m_bytes.size() > 8192);
    }

    void anUntouchedOneIsWhole()
    {
        const auto reading = read(m_bytes);
        QVERIFY(!reading.refusal && !reading.hasProblems);
        QCOMPARE(*reading.contents, m_contents);
    }

    void cutShortItIsNeverTakenForWhole_data()
    {
        QTest::addColumn<qsizetype>("length");
        for (const qsizetype length :
             {qsizetype(0), qsizetype(1), qsizetype(15), qsizetype(16), qsizetype(99), qsizetype(100),
              qsizetype(511), qsizetype(4095), qsizetype(4096), qsizetype(4097), qsizetype(8192)})
            QTest::addRow("%lld", qlonglong(length)) << length;
        const qsizetype pages = m_bytes.size() / 4096;
        for (qsizetype page = 3; page < pages; page += qMax(qsizetype(1), pages / 12))
            QTest::addRow("page %lld", qlonglong(page)) << page * 4096;
        QTest::newRow("last byte") << m_bytes.size() - 1;
    }

    void cutShortItIsNeverTakenForWhole()
    {
        QFETCH(qsizetype, length);
        const auto reading = read(m_bytes.first(length));
        // A last byte that was zero is no loss: what is read must then be all there was.
        QVERIFY(reading.refusal || reading.hasProblems || !reading.contents
                || *reading.contents == m_contents);
    }

    void aZeroedPageIsNoticed()
    {
        const qsizetype pages = m_bytes.size() / 4096;
        for (qsizetype page = 0; page < pages; page += qMax(qsizetype(1), pages / 16)) {
            auto bytes = m_bytes;
            bytes.replace(page * 4096, 4096, QByteArray(4096, '\0'));
            showsNothingWrong(bytes, u"page %1"_s.arg(page));
        }
    }

    void swappedPagesAreNoticed()
    {
        const qsizetype pages = m_bytes.size() / 4096;
        for (qsizetype page = 1; page + 1 < pages; page += qMax(qsizetype(1), pages / 16)) {
            auto bytes = m_bytes;
            bytes.replace(page * 4096, 4096, m_bytes.sliced((page + 1) * 4096, 4096));
            bytes.replace((page + 1) * 4096, 4096, m_bytes.sliced(page * 4096, 4096));
            showsNothingWrong(bytes, u"pages %1 and the next"_s.arg(page));
        }
    }

    /// Sampled; SIMIAO_FLIPS asks for more.
    void aFlippedBitIsNeverShown()
    {
        bool isNumber = false;
        const int asked = qEnvironmentVariableIntValue("SIMIAO_FLIPS", &isNumber);
        std::mt19937 dice(20261122);
        std::uniform_int_distribution<qsizetype> place(0, m_bytes.size() - 1);
        std::uniform_int_distribution<int> bit(0, 7);
        for (int flip = 0; flip < (isNumber ? asked : 150); ++flip) {
            auto bytes = m_bytes;
            const auto at = place(dice);
            bytes[at] = char(bytes[at] ^ (1 << bit(dice)));
            showsNothingWrong(bytes, u"byte %1"_s.arg(at));
        }
    }

    void whatCannotBeOpenedSaysWhere()
    {
        const Profile profile;
        QVERIFY(QDir().mkpath(profile.path("simiao.db")));

        const auto opened = profile.open();

        QCOMPARE(opened.error().code, u"sqlite.cannot-open"_s);
        QCOMPARE(opened.error().detail, profile.path("simiao.db"));
    }

    void whatMayNotBeWrittenIsRefusedAtTheStart()
    {
        const Profile profile;
        put(profile, m_bytes);
        const auto readable = QFileDevice::Permissions::fromInt(0x4444);
        QVERIFY(QFile::setPermissions(profile.path("simiao.db"), readable));
        QVERIFY(QFile::setPermissions(profile.folder.path(), QFileDevice::Permissions::fromInt(0x7755)));
        // On the thread that opens: the store's own is not the one that may not write.
        const AsNobody nobody;

        const auto opened = sqlite::connector(profile.environment())();

        QVERIFY(!opened);
        QCOMPARE(opened.error().code, u"sqlite.cannot-open"_s);
        QCOMPARE(opened.error().kind, ErrorKind::Unavailable);
    }

private:
    static void put(const Profile &profile, const QByteArray &bytes)
    {
        QFile file(profile.path("simiao.db"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    /// The profile as it was, with these bytes for its database.
    Reading read(const QByteArray &bytes) const
    {
        const Profile profile;
        put(profile, bytes);
        QFile::copy(m_whole.path("audit.head"), profile.path("audit.head"));
        Reading reading;
        const auto backend = profile.open();
        if (!backend) {
            reading.refusal = backend.error();
            return reading;
        }
        const auto problems = QCoro::waitFor(backend->maintenance->check());
        const auto verified = QCoro::waitFor(backend->maintenance->verifyAudit());
        reading.hasProblems = !problems || !problems->empty() || !verified;
        reading.contents = QCoro::waitFor(backend->maintenance->contents());
        return reading;
    }

    /// Rows are shown as they were written, or not at all.
    void showsNothingWrong(const QByteArray &bytes, const QString &what) const
    {
        const auto reading = read(bytes);
        if (reading.refusal)
            QVERIFY2(!reading.refusal->code.isEmpty(), qPrintable(what));
        else if (reading.contents && !reading.hasProblems)
            QVERIFY2(*reading.contents == m_contents, qPrintable(what));
    }

    Profile m_whole;
    Contents m_contents;
    QByteArray m_bytes;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestDamagedDatabase)
#include "test_damaged_database.moc"
