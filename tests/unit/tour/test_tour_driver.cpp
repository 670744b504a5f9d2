#include "socket_ends.h"
#include "tour/tour_driver.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace simiao;
using namespace simiao::tour;
using namespace Qt::StringLiterals;

/// A window of three fields, driven from the far end of a socket.
class TestTourDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        const auto ends = socketEnds();
        m_driver = std::make_unique<TourDriver>(ends[0]);
        m_parent = LineSocket(ends[1]);
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        for (const auto *name : {"desk.first", "desk.second"}) {
            auto *field = new QLineEdit;
            field->setObjectName(QString::fromLatin1(name));
            column->addWidget(field);
        }
        auto *list = new QListWidget;
        list->setObjectName(u"desk.list"_s);
        list->addItems({u"张伟"_s, u"王芳"_s});
        column->addWidget(list);
        m_window->show();
        QVERIFY(message(u"ready"_s)[u"ready"_s].toBool());
    }

    void cleanup()
    {
        m_driver.reset();
        m_window.reset();
    }

    void textReachesTheFieldWithTheFocusHoweverItIsTyped()
    {
        const auto reply = ask(R"({"do":"type","text":"T 38.5，咳嗽Ab"})");

        QVERIFY(reply[u"ok"_s].toBool());
        QCOMPARE(field("desk.first")->text(), u"T 38.5，咳嗽Ab"_s);
        QCOMPARE(reply[u"interaction"_s][u"keystrokes"_s].toInteger(), 8);
        QCOMPARE(reply[u"interaction"_s][u"composedCharacters"_s].toInteger(), 3);
    }

    void keysPassThroughShortcutsBeforeWidgets()
    {
        int triggered = 0;
        QAction sign;
        sign.setShortcut(QKeySequence(Qt::Key_F9));
        m_window->addAction(&sign);
        connect(&sign, &QAction::triggered, this, [&triggered] { ++triggered; });

        QVERIFY(ask(R"({"do":"press","keys":["F9","Tab"]})")[u"ok"_s].toBool());

        QCOMPARE(triggered, 1);
        QVERIFY(field("desk.second")->hasFocus());
    }

    void aKeyThatTwoActionsWantFails()
    {
        QAction one;
        QAction other;
        for (auto *action : {&one, &other}) {
            action->setShortcut(QKeySequence(u"Ctrl+2"_s));
            m_window->addAction(action);
        }

        const auto reply = ask(R"({"do":"press","keys":["Ctrl+2"]})");

        QVERIFY(!reply[u"ok"_s].toBool());
        QVERIFY(reply[u"detail"_s].toString().contains(u"Ctrl+2"_s));
        QVERIFY(ask(R"({"do":"press","keys":["Tab"]})")[u"ok"_s].toBool());
    }

    void listsAreReadByRow()
    {
        field<QListWidget>("desk.list")->setFocus();

        QVERIFY(ask(R"({"do":"press","keys":["Down"]})")[u"ok"_s].toBool());

        QVERIFY(isSo("desk.list", "count", "2"));
        QVERIFY(isSo("desk.list", "current", "王芳"));
        QVERIFY(isSo("app", "focus", "desk.list"));
    }

    void waitingEndsWhenTheValueComes()
    {
        QTimer::singleShot(50, this, [this] { field("desk.first")->setText(u"late"_s); });

        const auto reply =
            ask(R"({"do":"waitFor","object":"desk.first","property":"text","is":"late","timeoutMs":5000})");

        QVERIFY(reply[u"ok"_s].toBool());
    }

    void whatIsNotSoIsSaid()
    {
        QCOMPARE(ask(R"({"do":"waitFor","object":"desk.first","property":"text","is":"x"})")[u"detail"_s]
                     .toString(),
                 u"desk.first.text is \"\", not is \"x\""_s);
        QCOMPARE(ask(R"({"do":"waitFor","object":"desk.gone","property":"text","is":"x"})")[u"detail"_s]
                     .toString(),
                 u"no object \"desk.gone\""_s);
        QCOMPARE(ask(R"({"do":"dance"})")[u"detail"_s].toString(), u"nothing is known of \"dance\""_s);
        QVERIFY(isSo("desk.gone", "visible", "false"));
    }

    void aKeyThatOpensADialogDoesNotStopTheTour()
    {
        QAction open;
        open.setShortcut(QKeySequence(u"Ctrl+K"_s));
        m_window->addAction(&open);
        connect(&open, &QAction::triggered, this, [this] {
            QDialog dialog(m_window.get());
            dialog.setObjectName(u"dialog"_s);
            dialog.exec();
        });

        // All at once: this function goes on only when the dialog is closed.
        tell(R"({"id":1,"do":"press","keys":["Ctrl+K"]})");
        tell(R"({"id":2,"do":"waitFor","object":"dialog","property":"visible","is":"true"})");
        tell(R"({"id":3,"do":"press","keys":["Esc"]})");
        tell(R"({"id":4,"do":"waitFor","object":"dialog","property":"visible","is":"false"})");
        tell(R"({"id":5,"do":"type","text":"on"})");
        const auto replies = repliesUpTo(5);

        QVERIFY(std::ranges::all_of(replies, [](const Json &reply) { return reply[u"ok"_s].toBool(); }));
        QCOMPARE(field("desk.first")->text(), u"on"_s);
    }

    void aCommitIsReportedRowByRow()
    {
        workflow::ChangeFeed feed;
        m_driver->watchSaves(&feed);

        feed.announce({Uuid{}, {{u"patient"_s, Uuid{}, 3}}, {}});

        const auto saved = message(u"saved"_s);
        QCOMPARE(saved[u"type"_s].toString(), u"patient"_s);
        QCOMPARE(saved[u"version"_s].toInteger(), 3);
    }

    void aPictureIsTaken()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath(u"one.png"_s);
        Json request;
        request.insert(u"do"_s, u"screenshot"_s);
        request.insert(u"file"_s, file);

        QVERIFY(ask(request.canonical())[u"ok"_s].toBool());

        QCOMPARE(QImage(file).size(), m_window->size());
    }

    void aSlowTurnIsToldWithWhatTookIt()
    {
        QAction slow;
        slow.setShortcut(QKeySequence(Qt::Key_F5));
        m_window->addAction(&slow);
        connect(&slow, &QAction::triggered, this, [] { QTest::qSleep(80); });

        tell(R"({"id":1,"do":"press","keys":["F5"]})");
        const auto turn = message(u"slowTurnMs"_s);

        QVERIFY(turn[u"slowTurnMs"_s].toInteger() >= 80);
        QVERIFY2(turn[u"during"_s].toString().startsWith(u"Shortcut of QAction"_s),
                 qPrintable(turn[u"during"_s].toString()));
    }

    void theLongestTurnIsMeasured()
    {
        QAction slow;
        slow.setShortcut(QKeySequence(Qt::Key_F5));
        m_window->addAction(&slow);
        connect(&slow, &QAction::triggered, this, [] { QTest::qSleep(80); });

        ask(R"({"do":"press","keys":["F5"]})");
        const auto reply = ask(R"({"do":"focus-report"})");

        QVERIFY(reply[u"interaction"_s][u"longestTurnMs"_s].toInteger() >= 80);
    }

private:
    template <typename Widget = QLineEdit>
    Widget *field(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }

    void tell(const QByteArray &request) { QVERIFY(m_parent.write(request)); }

    /// The messages that come, up to one that `isLast`.
    template <typename IsLast>
    QList<Json> messagesUntil(IsLast isLast)
    {
        QList<Json> messages;
        const auto arrived = [&] {
            for (const auto &line : m_parent.read(std::chrono::milliseconds(0)))
                messages.append(Json::parse(line).value_or(Json()));
            return !messages.isEmpty() && isLast(messages.last());
        };
        return QTest::qWaitFor(arrived) ? messages : QList<Json>();
    }

    QList<Json> repliesUpTo(qint64 id)
    {
        return messagesUntil([id](const Json &message) { return message[u"reply"_s].toInteger() == id; });
    }

    /// The next message with this member.
    Json message(const QString &member)
    {
        const auto messages = messagesUntil([&](const Json &last) { return !last[member].isNull(); });
        return messages.isEmpty() ? Json() : messages.last();
    }

    Json ask(const QByteArray &request)
    {
        auto json = Json::parse(request).value_or(Json());
        json.insert(u"id"_s, 1);
        tell(json.canonical());
        return message(u"reply"_s);
    }

    bool isSo(const char *object, const char *property, const char *value)
    {
        Json request;
        request.insert(u"do"_s, u"waitFor"_s);
        request.insert(u"object"_s, QString::fromUtf8(object));
        request.insert(u"property"_s, QString::fromUtf8(property));
        request.insert(u"is"_s, QString::fromUtf8(value));
        return ask(request.canonical())[u"ok"_s].toBool();
    }

    std::unique_ptr<TourDriver> m_driver;
    std::unique_ptr<QWidget> m_window;
    LineSocket m_parent;
};

QTEST_MAIN(TestTourDriver)
#include "test_tour_driver.moc"
