#include "shell/command_palette.h"
#include "shell/interface_language.h"
#include "support/patience.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace simiao;
using namespace simiao::shell;
using namespace Qt::StringLiterals;

/// One command with names in both languages and one that is only English, in a window with a text field.
class TestCommandPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_names.clear();
        m_language = std::make_unique<InterfaceLanguage>(QString());
        m_window = std::make_unique<QWidget>();
        m_field = new QLineEdit(m_window.get());
        m_registry = new CommandRegistry(m_window.get());
        m_palette = new CommandPalette(new CommandDirectory(m_registry, m_language.get(), m_window.get()),
                                       m_window.get());
        m_sign = addCommand(u"consult.sign"_s, {u"Sign and finish"_s, u"签名并完成"_s});
        addCommand(u"shell.about"_s, {u"About plugins"_s, u"关于插件"_s});
        m_window->resize(900, 600);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        m_field->setFocus();
    }

    void findsInBothLanguagesAndByPinyin_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("typed");
        for (const auto &language : {u"en"_s, u"zh_CN"_s}) {
            for (const auto &typed : {u"Sign"_s, u"签名"_s, u"qmbwc"_s, u"qianming"_s})
                QTest::addRow("%s in %s", qPrintable(typed), qPrintable(language)) << language << typed;
        }
    }

    void findsInBothLanguagesAndByPinyin()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, typed);
        speak(language);

        m_palette->open();
        input()->setText(typed);

        QTRY_COMPARE(rows(), QStringList(m_sign->text()));
    }

    void runsTheCommandAndGivesTheFocusBack()
    {
        QSignalSpy triggered(m_sign, &QAction::triggered);
        m_palette->open();
        input()->setText(u"Sign"_s);

        QTest::keyClick(input(), Qt::Key_Return);

        QCOMPARE(triggered.count(), 1);
        QVERIFY(!m_palette->isVisible());
        QVERIFY(m_field->hasFocus());
    }

    void givesCaretAndSelectionBackOnEscape()
    {
        m_field->setText(u"amoxicillin"_s);
        m_field->setSelection(2, 4);
        m_palette->open();

        QTest::keyClick(input(), Qt::Key_Escape);

        QVERIFY(m_field->hasFocus());
        QCOMPARE(m_field->selectedText(), u"oxic"_s);
    }

    void runsNothingThatCannotRunNow()
    {
        QSignalSpy triggered(m_sign, &QAction::triggered);
        m_sign->setEnabled(false);
        m_palette->open();
        input()->setText(u"Sign"_s);

        QTest::keyClick(input(), Qt::Key_Return);

        QCOMPARE(triggered.count(), 0);
        QVERIFY(m_palette->isVisible());
    }

    void leavesOutWhatBelongsToAHiddenPage()
    {
        auto *page = new QWidget(m_window.get());
        page->hide();
        page->addAction(m_sign);
        m_window->removeAction(m_sign);

        m_palette->open();
        input()->setText(u"Sign"_s);

        QVERIFY(!rows().contains(m_sign->text()));
    }

private:
    QAction *addCommand(const QString &id, const LocalText &names)
    {
        auto *action = new QAction(names.en, m_window.get());
        m_window->addAction(action);
        m_registry->add(id, action, names);
        m_names.insert(action, names);
        return action;
    }

    void speak(const QString &language)
    {
        m_language->choose(language);
        for (const auto &[action, names] : m_names.asKeyValueRange())
            action->setText(names.in(language));
    }

    QLineEdit *input() const { return m_window->findChild<QLineEdit *>(u"palette.input"_s); }

    QStringList rows() const
    {
        const auto *model = m_window->findChild<QListView *>(u"palette.list"_s)->model();
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row)
            texts.append(model->index(row, 0).data().toString());
        return texts;
    }

    std::unique_ptr<InterfaceLanguage> m_language;
    std::unique_ptr<QWidget> m_window;
    QHash<QAction *, LocalText> m_names;
    QLineEdit *m_field = nullptr;
    CommandRegistry *m_registry = nullptr;
    CommandPalette *m_palette = nullptr;
    QAction *m_sign = nullptr;
};

QTEST_MAIN(TestCommandPalette)
#include "test_command_palette.moc"
