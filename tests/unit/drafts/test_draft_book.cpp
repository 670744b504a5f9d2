#include "draft_builders.h"
#include "drafts/draft_book.h"

#include <QTest>

using namespace simiao;
using namespace simiao::drafts;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

using Entries = std::vector<workflow::DraftEntry>;
using Ids = std::vector<Uuid>;

DraftBook aBook(const std::vector<DraftRecord> &records)
{
    DraftBook book;
    for (const auto &record : records)
        book.apply(record);
    return book;
}

} // namespace

class TestDraftBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastTextOfAFieldCounts()
    {
        const auto book = aBook({aRecord(1, u"a"_s), aRecord(1, u"x"_s, u"plan"_s), aRecord(1, u"ab"_s)});
        QCOMPARE(book.entriesOf(draftId(1)), (Entries{anEntry(1, u"ab"_s), anEntry(1, u"x"_s, u"plan"_s)}));
    }

    void emptyTextRemovesTheEntryAndWithTheLastTheDraft()
    {
        const auto book = aBook({aRecord(1, u"a"_s), aRecord(2, u"b"_s), aRecord(1, {})});
        QVERIFY(book.entriesOf(draftId(1)).empty());
        QCOMPARE(book.drafts(), Ids{draftId(2)});
    }

    void discardRemovesTheWholeDraft()
    {
        const auto book = aBook({aRecord(1, u"a"_s), aRecord(1, u"x"_s, u"plan"_s), aDiscard(1)});
        QVERIFY(book.drafts().empty());
    }

    void draftsStandInTheOrderInWhichTheyWereBegun()
    {
        const auto book = aBook({aRecord(3, u"a"_s), aRecord(1, u"b"_s), aRecord(3, u"ab"_s)});
        QCOMPARE(book.drafts(), (Ids{draftId(3), draftId(1)}));
    }

    void knowsWhenSomethingWasLastTyped()
    {
        auto later = aRecord(1, u"x"_s, u"plan"_s);
        later.at = later.at.plusSeconds(60);
        const auto book = aBook({later, aRecord(1, u"a"_s), aRecord(2, u"b"_s)});
        QCOMPARE(book.lastTyped(draftId(1)), std::optional(later.at));
        QCOMPARE(book.lastTyped(draftId(2)), std::optional(aRecord(2, u"b"_s).at));
        QVERIFY(!book.lastTyped(draftId(3)));
    }

    void saysWhetherARecordChangedAnything()
    {
        DraftBook book;
        QVERIFY(!book.apply(aDiscard(1)));
        QVERIFY(!book.apply(aRecord(1, {})));
        QVERIFY(book.apply(aRecord(1, u"a"_s)));
        QVERIFY(!book.apply(aRecord(1, u"a"_s)));
        QVERIFY(book.apply(aRecord(1, {})));
    }

    void itsRecordsMakeTheSameBook()
    {
        const auto book = aBook(
            {aRecord(1, u"a"_s), aRecord(2, u"b"_s), aRecord(1, u"c"_s), aRecord(3, u"d"_s), aDiscard(2)});
        const auto again = aBook(book.records());
        QCOMPARE(again.drafts(), book.drafts());
        QCOMPARE(again.records(), book.records());
        QCOMPARE(book.records().size(), 2u);
    }
};

QTEST_GUILESS_MAIN(TestDraftBook)
#include "test_draft_book.moc"
