#include "workflow/two_versions.h"

#include <QTest>

using namespace simiao::workflow;
using namespace Qt::StringLiterals;

class TestTwoVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBothSayNeedsNoChoice()
    {
        const auto same = note(u"cough 3 days"_s, u"cough 3 days \n"_s);
        QVERIFY(!same.isDifferent());
        QCOMPARE(proposedFor(same), Taken::Theirs);
    }

    void onlyWholeLinesAreTakenAsSaid()
    {
        QCOMPARE(proposedFor(note(u"cough"_s, u"no cough"_s)), Taken::Open);
        QCOMPARE(proposedFor(note(u"cough"_s, u"fever\ncough"_s)), Taken::Theirs);
        QCOMPARE(proposedFor(note(u"fever\ncough"_s, u"cough"_s)), Taken::Mine);
        QCOMPARE(proposedFor(note(u"cough"_s, u""_s)), Taken::Mine);
        QCOMPARE(proposedFor(note(u""_s, u"cough"_s)), Taken::Theirs);
    }

    void bothHasTheSignedTextFirst()
    {
        QCOMPARE(resultOf(note(u"mine"_s, u"theirs"_s), Taken::Both), u"theirs\nmine"_s);
        QCOMPARE(resultOf(note(u"mine"_s, u""_s), Taken::Both), u"mine"_s);
        QCOMPARE(resultOf(note(u"mine"_s, u"theirs"_s), Taken::Open), u"theirs"_s);
    }

    void signedEntriesOfAListStay()
    {
        const auto list = drugs(u"B\nC"_s, u"A\nB"_s);
        QCOMPARE(proposedFor(list), Taken::Open);
        QCOMPARE(resultOf(list, Taken::Both), u"A\nB\nC"_s);
        QCOMPARE(resultOf(list, Taken::Mine), u"A\nB\nC"_s);
        QVERIFY(!drugs(u""_s, u"A"_s).isDifferent());
        QVERIFY(!drugs(u"A"_s, u"B\nA"_s).isDifferent());
    }

    /// Whatever is chosen: each line of mine is in the result or told as left out.
    void nothingOfMineGoesUntold()
    {
        const QStringList texts{u""_s, u"a"_s, u"b"_s, u"a\nb"_s, u"b\nc"_s};
        for (const auto &mine : texts) {
            for (const auto &theirs : texts) {
                for (const auto &field : {note(mine, theirs), drugs(mine, theirs)}) {
                    for (const auto taken : choicesFor(field)) {
                        const auto lines = resultOf(field, taken).split(u'\n');
                        bool isWhole = true;
                        for (const auto &line : mine.split(u'\n', Qt::SkipEmptyParts))
                            isWhole = isWhole && lines.contains(line);
                        QCOMPARE(leavesOutMine(field, taken), !isWhole);
                    }
                }
            }
        }
    }

    void wordsThatTheOtherDoesNotHaveDiffer()
    {
        const auto [one, other] = parts(u"fever to 39.4 C, cough, rash"_s, u"fever to 38.9 C, cough"_s);
        QCOMPARE(one, (QStringList{u"39"_s, u"4"_s, u", rash"_s}));
        QCOMPARE(other, (QStringList{u"38"_s, u"9"_s}));
    }

    void chineseDiffersByCharacters()
    {
        const auto [one, other] = parts(u"发热伴咳嗽5天，无胸痛"_s, u"发热3天，胸痛"_s);
        QCOMPARE(one, (QStringList{u"伴咳嗽5"_s, u"无"_s}));
        QCOMPARE(other, (QStringList{u"3"_s}));
    }

    void whatIsTheSameDoesNotDiffer()
    {
        QVERIFY(differences(u"same"_s, u"same"_s).inOne.empty());
        QVERIFY(differences({}, {}).inOther.empty());
        QCOMPARE(parts({}, u"all"_s).second, (QStringList{u"all"_s}));
    }

    void charactersOfTwoUnitsStayWhole()
    {
        const QString one = u"患者\U00020BB7"_s;   // the same high surrogate,
        const QString other = u"患者\U00020BB8"_s; // another low one
        QCOMPARE(parts(one, other).first, (QStringList{one.mid(2)}));
    }

    void longTextsAreMarkedBetweenTheirEnds()
    {
        const QString middle = u"a b "_s.repeated(3000);
        const QString turned = u"b a "_s.repeated(3000);
        const auto [one, other] = parts(u"x "_s + middle + u"z"_s, u"x "_s + turned + u"z"_s);
        QCOMPARE(one.size(), 1);
        QVERIFY(one.front().size() >= middle.size() - 2);
        QCOMPARE(other.size(), 1);
    }

    /// Without what differs both texts are the same.
    void theRestIsTheSame()
    {
        const QStringList texts{u""_s, u"a b c"_s, u"a c"_s, u"c b a"_s, u"发热 a"_s, u"发热, 无 b c"_s};
        for (const auto &one : texts) {
            for (const auto &other : texts) {
                const auto found = differences(one, other);
                QCOMPARE(without(one, found.inOne), without(other, found.inOther));
            }
        }
    }

private:
    static QString without(QString text, const std::vector<TextSpan> &spans)
    {
        for (auto span = spans.rbegin(); span != spans.rend(); ++span)
            text.remove(span->from, span->length);
        return text;
    }
    static QStringList texts(const QString &text, const std::vector<TextSpan> &spans)
    {
        QStringList parts;
        for (const auto &span : spans)
            parts.append(text.mid(span.from, span.length));
        return parts;
    }
    static std::pair<QStringList, QStringList> parts(const QString &one, const QString &other)
    {
        const auto found = differences(one, other);
        return {texts(one, found.inOne), texts(other, found.inOther)};
    }
    static TwoVersions note(const QString &mine, const QString &theirs)
    {
        return {u"note.1"_s, {}, mine, theirs, false};
    }
    static TwoVersions drugs(const QString &mine, const QString &theirs)
    {
        return {u"medications"_s, {}, mine, theirs, true};
    }
};

QTEST_APPLESS_MAIN(TestTwoVersions)
#include "test_two_versions.moc"
