#include "tour/tour.h"

#include <QTest>

using namespace simiao;
using namespace simiao::tour;
using namespace Qt::StringLiterals;

namespace {

Json json(const QByteArray &text)
{
    return Json::parse(text).value_or(Json());
}

/// A tour of these steps.
Result<Tour> tourOf(const QByteArray &steps, const std::optional<QString> &language = {})
{
    return parseTour(json(R"({"title":"t","language":"en","steps":[)" + steps + "]}"), language);
}

QString refusal(const Result<Tour> &tour)
{
    return tour ? u"accepted"_s : tour.error().detail;
}

} // namespace

class TestTourParse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileGivesTitleLanguageSizeAndSteps()
    {
        const auto tour = parseTour(json(R"({"title":"Visit","language":"zh_CN","size":"1920x1080","hour":9,
            "steps":[{"press":"Ctrl+F"},{"type":"zw"}]})"),
                                    {});

        QVERIFY(tour);
        QCOMPARE(tour->title, u"Visit"_s);
        QCOMPARE(tour->language, u"zh_CN"_s);
        QCOMPARE(tour->size, QSize(1920, 1080));
        QCOMPARE(tour->hour, std::optional(9));
        QCOMPARE(tour->steps.size(), 2U);
        QCOMPARE(tour->steps[0].verb, u"press"_s);
        QVERIFY(tour->steps[1].action == Action(Type{u"zw"_s}));
    }

    void aScreenBesideIsThereWhereTheFileSaysSo()
    {
        const QByteArray steps = R"("steps":[{"press":"A"}]})";

        const auto one = parseTour(json(R"({"title":"t",)" + steps), {});
        const auto two = parseTour(json(R"({"title":"t","beside":"1280x1024",)" + steps), {});
        const auto wrong = parseTour(json(R"({"title":"t","beside":"large",)" + steps), {});

        QVERIFY(one && two);
        QVERIFY(!one->beside.isValid());
        QCOMPARE(two->beside, QSize(1280, 1024));
        QCOMPARE(refusal(wrong), u"tour.beside: \"large\" is no size such as 1366x768"_s);
    }

    void everyVerbIsUnderstood()
    {
        const auto tour = tourOf(R"({"login":{"user":"li","password":"secret"}}, {"press":["Down","Enter"]},
            {"type":"a"}, {"expect":{"object":"o","property":"text","is":"x"}},
            {"waitFor":{"object":"o","property":"text","matches":"^x","timeoutMs":200}},
            {"screenshot":"one-1"}, {"restart":true}, {"kill":{"afterMs":1000}}, {"note":"words"},
            {"focus-report":true}, {"damage":{"files":["data/simiao.db"],"how":"truncate"}},
            {"import":{"kind":"icd10","file":"f.csv","user":"admin","password":"secret"}})");

        QCOMPARE(refusal(tour), u"accepted"_s);
        QVERIFY(tour->steps[1].action == Action(Press{{u"Down"_s, u"Enter"_s}}));
        QVERIFY(tour->steps[3].action == Action(Expect{u"o"_s, u"text"_s, {u"x"_s, false}, 0}));
        QVERIFY(tour->steps[4].action == Action(Expect{u"o"_s, u"text"_s, {u"^x"_s, true}, 200}));
        QVERIFY(tour->steps[7].action == Action(Kill{1000}));
        QVERIFY(tour->steps[10].action == Action(Damage{{u"data/simiao.db"_s}, Damage::How::Truncate, 0}));
    }

    void textsAreTakenInTheLanguageThatIsPlayed()
    {
        const QByteArray steps =
            R"({"expect":{"object":"o","property":"text","is":{"en":"Ready","zh_CN":"就绪"}}})";

        const auto own = tourOf(steps);
        const auto chinese = tourOf(steps, u"zh_CN"_s);

        QVERIFY(own && chinese);
        QCOMPARE(std::get<Expect>(own->steps[0].action).condition.text, u"Ready"_s);
        QCOMPARE(std::get<Expect>(chinese->steps[0].action).condition.text, u"就绪"_s);
    }

    void whatIsWrongIsNamedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("steps");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown verb")
            << QByteArray(R"({"note":"a"},{"clik":"x"})") << u"steps[1]: nothing is known of \"clik\""_s;
        QTest::newRow("no verb") << QByteArray("{}") << u"steps[0]: must be an object that says what to do"_s;
        QTest::newRow("two verbs") << QByteArray(R"({"press":"A","type":"b"})")
                                   << u"steps[0]: does two things, \"press\" and \"type\""_s;
        QTest::newRow("unknown key") << QByteArray(R"({"press":["A","Hyper+Q"]})")
                                     << u"steps[0].press: no key \"Hyper+Q\""_s;
        QTest::newRow("no keys") << QByteArray(R"({"press":[]})")
                                 << u"steps[0].press: must be a key or a list of keys"_s;
        QTest::newRow("mistyped member")
            << QByteArray(R"({"expect":{"object":"o","propety":"text","is":"x"}})")
            << u"steps[0].expect: \"propety\" is not known here"_s;
        QTest::newRow("no condition") << QByteArray(R"({"expect":{"object":"o","property":"text"}})")
                                      << u"steps[0].expect: one of \"is\" and \"matches\" must hold a text"_s;
        QTest::newRow("no pattern")
            << QByteArray(R"({"expect":{"object":"o","property":"text","matches":"*"}})")
            << u"steps[0].expect: matches: quantifier does not follow a repeatable item"_s;
        QTest::newRow("no text in this language")
            << QByteArray(R"({"type":{"zh_CN":"x"}})")
            << u"steps[0].type: must be a text, or an object with a text for \"en\""_s;
        QTest::newRow("too long a wait")
            << QByteArray(R"({"waitFor":{"object":"o","property":"p","is":"x","timeoutMs":60000}})")
            << u"steps[0].waitFor.timeoutMs: must be a number from 0 to 10000"_s;
        QTest::newRow("a screenshot that leaves its folder")
            << QByteArray(R"({"screenshot":"../x"})")
            << u"steps[0].screenshot: must be of a-z, 0-9 and -: it is the name of a file"_s;
        QTest::newRow("damage outside the profile")
            << QByteArray(R"({"damage":{"files":["../other/simiao.db"],"how":"remove"}})")
            << u"steps[0].damage.files: \"../other/simiao.db\" is no file of the profile"_s;
        QTest::newRow("damage by an absolute name")
            << QByteArray(R"({"damage":{"files":["/etc/passwd"],"how":"remove"}})")
            << u"steps[0].damage.files: \"/etc/passwd\" is no file of the profile"_s;
        QTest::newRow("damage of an unknown kind")
            << QByteArray(R"({"damage":{"files":["a"],"how":"burn"}})")
            << u"steps[0].damage.how: must be \"overwrite\", \"truncate\" or \"remove\""_s;
        QTest::newRow("needs what nothing imports") << QByteArray(R"({"type":"j18","needs":"icd10"})")
                                                    << u"steps[0].needs: no step before imports \"icd10\""_s;
        QTest::newRow("no steps") << QByteArray() << u"tour.steps: must be a list of steps"_s;
    }

    void whatIsWrongIsNamedWithItsPlace()
    {
        QFETCH(QByteArray, steps);
        QFETCH(QString, said);

        const auto tour = tourOf(steps);

        QCOMPARE(refusal(tour), said);
    }
};

QTEST_GUILESS_MAIN(TestTourParse)
#include "test_tour_parse.moc"
