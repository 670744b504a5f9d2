#include "shell/command_registry.h"
#include "shell/key_map.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/panel_header.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

shell::KeyMap shipped(const QString &name)
{
    QFile file(qEnvironmentVariable("SIMIAO_RESOURCES") + u"/keymaps/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return shell::KeyMap::parse(file.readAll()).value_or(shell::KeyMap());
}

shell::KeyMap parsed(const char *json)
{
    return shell::KeyMap::parse(json).value_or(shell::KeyMap());
}

} // namespace

class TestKeyMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyShippedMapIsReadAndHasNoClash_data()
    {
        QTest::addColumn<QString>("name");
        const QDir folder(qEnvironmentVariable("SIMIAO_RESOURCES") + u"/keymaps"_s);
        for (const auto &file : folder.entryList({u"*.json"_s}))
            QTest::newRow(qPrintable(file)) << file.chopped(5);
    }
    void everyShippedMapIsReadAndHasNoClash()
    {
        QFETCH(const QString, name);
        const auto map = shipped(name);
        QVERIFY(!map.title().zh.isEmpty());
        QMap<QString, QList<QKeySequence>> keys;
        for (const auto &id :
             {u"consult.sign"_s, u"consult.call-next"_s, u"consult.queue"_s, u"consult.next-defect"_s,
              u"shell.help"_s, u"shell.palette"_s, u"shell.lock"_s, u"pharmacy.pass"_s,
              u"pharmacy.dispense"_s, u"pharmacy.return"_s, u"pharmacy.find"_s, u"cashier.pay"_s,
              u"cashier.find"_s, u"registration.new"_s, u"registration.find"_s}) {
            QVERIFY2(map.keysOf(id), qPrintable(id));
            keys.insert(id, *map.keysOf(id));
        }
        QVERIFY(map.clashes(keys).empty());
    }

    void aMapWinsOverTheKeysAnActionBrings()
    {
        shell::CommandRegistry registry;
        QAction early;
        early.setShortcut(Qt::Key_F9);
        registry.add(u"consult.sign"_s, &early);

        registry.setKeyMap(parsed(R"({"keys": {"consult.sign": ["F2"], "consult.late": ["F8"]}})"));
        QAction late;
        registry.add(u"consult.late"_s, &late);

        QCOMPARE(early.shortcut(), QKeySequence(Qt::Key_F2));
        QCOMPARE(late.shortcut(), QKeySequence(Qt::Key_F8));
    }

    void aHintFollowsTheMapAtOnce()
    {
        shell::CommandRegistry registry;
        QAction action;
        action.setShortcut(Qt::Key_F2);
        registry.add(u"consult.queue"_s, &action);
        QWidget page;
        auto *header = new ui::PanelHeader(u"Queue"_s, {}, &page);
        header->followKey(&action);
        const auto *hint = header->findChild<ui::KeyHint *>();
        QCOMPARE(hint->accessibleName(), u"Key F2"_s);

        registry.setKeyMap(shipped(u"classic"_s));
        QCOMPARE(hint->accessibleName(), u"Key F5"_s);

        registry.setKeyMap(shipped(u"modern"_s));
        QCOMPARE(hint->accessibleName(), u"Key F2"_s);
    }

    void eachPageWithAnActionOfOneIdHasItsKey()
    {
        shell::CommandRegistry registry;
        QAction first;
        QAction second;
        registry.add(u"panel.outpatient.note"_s, &first);
        registry.add(u"panel.outpatient.note"_s, &second);

        registry.setKeyMap(shipped(u"classic"_s));

        QCOMPARE(first.shortcut(), QKeySequence(u"Alt+B"_s));
        QCOMPARE(second.shortcut(), QKeySequence(u"Alt+B"_s));
    }

    void whatAMapDoesNotNameKeepsItsOwn()
    {
        shell::CommandRegistry registry;
        QAction action;
        action.setShortcut(Qt::Key_F9);
        registry.add(u"consult.sign"_s, &action);
        registry.setKeyMap(parsed(R"({"keys": {"consult.sign": []}})"));
        QVERIFY(action.shortcut().isEmpty());

        registry.setKeyMap({});

        QCOMPARE(action.shortcut(), QKeySequence(Qt::Key_F9));
    }

    /// The windows of the images have a key each by the modality of what is shown.
    void aKeyThatItsOwnerGaveLaterStays()
    {
        shell::CommandRegistry registry;
        QAction action;
        registry.add(u"imaging.preset.lung"_s, &action);
        action.setShortcut(Qt::Key_1);

        registry.setKeyMap({});
        QCOMPARE(action.shortcut(), QKeySequence(Qt::Key_1));

        registry.setKeyMap(parsed(R"({"keys": {"consult.sign": ["F2"]}})"));
        QCOMPARE(action.shortcut(), QKeySequence(Qt::Key_1));
    }

    void twoActionsOfOneScreenWithOneKeyClash()
    {
        const auto map = parsed(R"({"keys": {}, "alternatives": [["a.pass", "a.give"]]})");
        const QList<QKeySequence> f9{QKeySequence(Qt::Key_F9)};
        QCOMPARE(map.clashes({{u"a.one"_s, f9}, {u"a.two"_s, f9}}),
                 (std::vector<shell::KeyClash>{{u"F9"_s, u"a.one"_s, u"a.two"_s}}));
        QCOMPARE(map.clashes({{u"a.one"_s, f9}, {u"shell.help"_s, f9}}).size(), 1U);
        QVERIFY(map.clashes({{u"a.one"_s, f9}, {u"b.one"_s, f9}}).empty());
        QVERIFY(map.clashes({{u"a.pass"_s, f9}, {u"a.give"_s, f9}}).empty());
    }

    void whatIsNoKeyIsNamed()
    {
        const auto map = shell::KeyMap::parse(R"({"keys": {"a.one": ["Ctrl+Nonsense"]}})");
        QCOMPARE(map.error().code, u"keymap.key"_s);
        QCOMPARE(map.error().detail, u"a.one: Ctrl+Nonsense"_s);
    }
};

QTEST_MAIN(TestKeyMap)
#include "test_key_map.moc"
