#include "workflow/diagnostics/same_person.h"

#include <QTest>

using simiao::workflow::isSamePerson;
using simiao::workflow::NamedPerson;
using namespace Qt::StringLiterals;

/// Whether two studies may be set beside each other as a course of one person.
class TestSamePerson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compares_data();
    void compares();
};

void TestSamePerson::compares_data()
{
    QTest::addColumn<NamedPerson>("a");
    QTest::addColumn<NamedPerson>("b");
    QTest::addColumn<bool>("isSame");
    const NamedPerson zhang{u"100238"_s, u"张伟"_s, u"1981-03-14"_s, u"M"_s};
    const auto changed = [&zhang](auto change) {
        auto person = zhang;
        change(person);
        return person;
    };
    const auto row = [&zhang](const char *name, const NamedPerson &other, bool isSame) {
        QTest::newRow(name) << zhang << other << isSame;
    };

    row("all agrees", zhang, true);
    row("number of another hospital", changed([](auto &one) { one.id = u"7"_s; }), true);
    row("written in letters", changed([](auto &one) { one.name = u"ZHANG WEI"_s; }), true);
    row("sex not said", changed([](auto &one) { one.sex.clear(); }), true);
    row("number alone", {u"100238"_s, {}, {}, {}}, true);
    row("number and name", {u"100238"_s, u"张伟"_s, {}, {}}, true);
    row("the other sex", changed([](auto &one) { one.sex = u"F"_s; }), false);
    row("another person", {u"900777"_s, u"王芳"_s, u"1970-01-01"_s, u"F"_s}, false);
    row("a number that collides", {u"100238"_s, u"王芳"_s, u"1970-01-01"_s, u"M"_s}, false);
    row("name alone", {{}, u"张伟"_s, {}, {}}, false);
    row("birth date alone", {u"7"_s, u"李强"_s, u"1981-03-14"_s, u"M"_s}, false);
    row("nobody", {}, false);
    QTest::newRow("nobody and nobody") << NamedPerson{} << NamedPerson{} << true;
}

void TestSamePerson::compares()
{
    QFETCH(const NamedPerson, a);
    QFETCH(const NamedPerson, b);
    QFETCH(const bool, isSame);

    QCOMPARE(isSamePerson(a, b), isSame);
    QCOMPARE(isSamePerson(b, a), isSame);
}

QTEST_GUILESS_MAIN(TestSamePerson)
#include "test_same_person.moc"
