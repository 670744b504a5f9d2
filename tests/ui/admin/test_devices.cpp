#include "admin/models/device_table_model.h"
#include "admin/views/devices_section.h"
#include "ui/admin/office.h"
#include "workflow/administration/devices.h"
#include "workflow/ports/device_queries.h"

#include <QComboBox>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTemporaryDir>

using namespace simiao;
using administration::DeskDevice;
using administration::DeviceRole;
using test::FakeDesk;
using Column = admin::DeviceTableModel::Column;

namespace {

/// Printers of a computer that stand in no room.
class FakePrinters : public document::Printers
{
public:
    struct Job
    {
        QString printer;
        document::PageSetup setup;
        bool isPainted = false;
    };

    Task<Result<QStringList>> installed() override
    {
        const Result<QStringList> answer = names;
        co_return answer;
    }
    Task<Result<void>> print(QString printer,
                             document::PageSetup setup,
                             document::PagePaint paint,
                             QString) override
    {
        jobs.push_back({printer, setup, !document::pageImage(setup, paint, 2).isNull()});
        const auto answer = printed;
        co_return answer;
    }

    Result<QStringList> names = QStringList{QStringLiteral("A5 printer"), QStringLiteral("Label printer")};
    Result<void> printed = ok();
    std::vector<Job> jobs;
};

/// The section alone, so that the printers are ours.
struct Devices : test::Office<FakeDesk>
{
    std::shared_ptr<FakePrinters> printers = std::make_shared<FakePrinters>();
    std::unique_ptr<admin::DevicesSection> section;

    void openSection()
    {
        section = std::make_unique<admin::DevicesSection>(&desk, printers);
        section->resize(1146, 680);
        section->show();
        QVERIFY(QTest::qWaitForWindowActive(section.get()));
        section->enter();
        for (auto *model : section->findChildren<admin::DeviceTableModel *>())
            new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest,
                                         model);
    }
    /// The row of a use of this desk: the own ones come first, in their order.
    void choose(DeviceRole role) const
    {
        for (int row = 0; row < int(role); ++row)
            press(Qt::Key_Down);
    }

    DeskDevice given(const char *workstation, DeviceRole role, const char *name)
    {
        auto device = administration::newDeskDevice(QString::fromLatin1(workstation), role);
        device.deviceName = QString::fromLatin1(name);
        return given(device);
    }
    DeskDevice given(const DeskDevice &device)
    {
        const auto context = desk.context();
        return *QCoro::waitFor(workflow::assignDevice(context, context.newCommand(), device));
    }
    std::vector<DeskDevice> kept() const
    {
        return *QCoro::waitFor(workflow::find(desk.context().store, workflow::query::deskDevices));
    }

    template <typename T = QWidget>
    T *part(const char *name) const
    {
        return section->findChild<T *>(QString::fromLatin1(name));
    }
    QString said(const char *name) const { return part(name)->property("text").toString(); }
    QString notice() const { return said("admin.devices.notice"); }
    bool isAt(const char *name) const { return QApplication::focusWidget() == part(name); }
    QTableView *list() const { return part<QTableView>("admin.devices.table"); }
    QString cellAt(int row, int column) const
    {
        return list()->model()->index(row, column).data().toString();
    }
    bool isShown(ui::ViewState::Kind kind, const QString &words = {}) const
    {
        const auto states = section->findChildren<ui::StateView *>();
        return std::ranges::any_of(states, [&](const ui::StateView *view) {
            return view->isVisible() && view->state().kind == kind && view->state().next.contains(words);
        });
    }
    /// From the list to the device's name, and that name.
    void typeName(const char *name) const
    {
        press(Qt::Key_Return);
        QApplication::focusWidget()->setProperty("currentText", QString());
        type(name);
    }
    /// As a device that types, one character each `gapMs`.
    void send(const QString &text, int gapMs) const
    {
        quint64 at = 1'000;
        for (const QChar character : text) {
            QKeyEvent event(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, character);
            event.setTimestamp(at += quint64(gapMs));
            QApplication::sendEvent(QApplication::focusWidget(), &event);
        }
    }
};

} // namespace

class TestDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEveryUseHereAndWhatOtherDesksHave();
    void setsAPrinterUpByKeyboardAlone();
    void storesWhereOnThePaperPrintingBegins();
    void saysThatAPrinterIsNotInstalled();
    void saysThatAnotherComputerCannotBeSeen();
    void saysThatThePrintersCouldNotBeFound();
    void printsTheTestPageAsTyped();
    void saysWhyThePrinterTookNothing();
    void savesTheTestPageAsPdf();
    void previewsWhileTheOffsetIsTyped();
    void withdrawsOnlyWhatWasAskedTwice();
    void usesAgainWhatWasWithdrawn();
    void tellsOfAConflictAndKeepsWhatWasTyped();
    void keepsWhatWasTypedThroughARestart();
    void keepsWhatWasTypedWhileAnotherLineIsLookedAt();
    void entersAnotherDesk();
    void goesToTheFieldThatIsWrong();
    void recognisesAScannerByItsSpeed();
    void saysWhoMaySetDevicesUp();
    void speaksAnotherLanguageWhereItStands();
    void standsInTheAdministratorsPage();
};

void TestDevices::listsEveryUseHereAndWhatOtherDesksHave()
{
    Devices office;
    office.given("ward-2", DeviceRole::Label, "ZD421");
    office.given("test-1", DeviceRole::Invoice, "Needle printer");
    office.openSection();

    const int own = int(kCodes<DeviceRole>.size());
    QCOMPARE(office.list()->model()->rowCount(), own + 1);
    QCOMPARE(office.cellAt(0, Column::Use), QStringLiteral("Prescription"));
    QCOMPARE(office.cellAt(0, Column::State), QStringLiteral("not set up"));
    QCOMPARE(office.cellAt(2, Column::Device), QStringLiteral("Needle printer"));
    QCOMPARE(office.cellAt(2, Column::State), QStringLiteral("in use"));
    QCOMPARE(office.cellAt(own, Column::Desk), QStringLiteral("ward-2"));
    QCOMPARE(office.cellAt(own, Column::Paper), QStringLiteral("50 × 30 mm"));
    QVERIFY(office.isAt("admin.devices.table"));
}

void TestDevices::setsAPrinterUpByKeyboardAlone()
{
    Devices office;
    office.openSection();

    office.press(Qt::Key_Return);
    QVERIFY(office.isAt("admin.devices.device")); // desk and use are given
    office.type("A5 printer");
    QCOMPARE(office.notice(), QString());
    for (int field = 0; field < 8; ++field) // to the end, which stores
        office.press(Qt::Key_Return);

    QCOMPARE(office.kept().size(), 1U);
    const auto device = office.kept().front();
    QCOMPARE(device.workstation, QStringLiteral("test-1"));
    QVERIFY(device.role == DeviceRole::Prescription);
    QCOMPARE(device.deviceName, QStringLiteral("A5 printer"));
    QCOMPARE(device.paperWidthTenthMm, 1480);
    QCOMPARE(office.cellAt(0, Column::State), QStringLiteral("in use"));
    QCOMPARE(office.cellAt(0, Column::Paper), QStringLiteral("A5"));
    QVERIFY(office.isAt("admin.devices.table"));
    QCOMPARE(office.desk.done.size(), qsizetype(1));
}

void TestDevices::storesWhereOnThePaperPrintingBegins()
{
    Devices office;
    office.given("test-1", DeviceRole::Prescription, "A5 printer");
    office.openSection();

    office.press(Qt::Key_Return);
    for (int field = 0; field < 4; ++field)
        office.press(Qt::Key_Return);
    QVERIFY(office.isAt("admin.devices.right"));
    office.type("2.5");
    office.press(Qt::Key_Return);
    office.type("-0.5");
    office.press(Qt::Key_F9);

    const auto device = office.kept().front();
    QCOMPARE(device.offsetXTenthMm, 25);
    QCOMPARE(device.offsetYTenthMm, -5);
    QCOMPARE(device.version, 2);
}

void TestDevices::saysThatAPrinterIsNotInstalled()
{
    Devices office;
    office.openSection();

    office.typeName("Old printer");
    QVERIFY(office.notice().contains(QStringLiteral("Old printer is not installed on this computer")));
    office.press(Qt::Key_F8);

    QCOMPARE(office.desk.lastErrorCode(), QStringLiteral("print.not-installed"));
    QVERIFY(office.printers->jobs.empty());
    office.press(Qt::Key_F9); // it may be installed later
    QCOMPARE(office.kept().size(), 1U);
}

void TestDevices::saysThatAnotherComputerCannotBeSeen()
{
    Devices office;
    office.given("ward-2", DeviceRole::Label, "ZD421");
    office.openSection();

    office.choose(DeviceRole(kCodes<DeviceRole>.size()));

    QVERIFY(office.notice().contains(QStringLiteral("cannot be seen from here")));
}

void TestDevices::saysThatThePrintersCouldNotBeFound()
{
    Devices office;
    office.printers->names = Error{ErrorKind::Unavailable, QStringLiteral("print.refused"), {}};
    office.given("test-1", DeviceRole::Prescription, "A5 printer");
    office.openSection();
    QVERIFY(office.notice().contains(QStringLiteral("Printers not found")));

    office.printers->names = QStringList{QStringLiteral("A5 printer")};
    office.press(Qt::Key_F5);

    QCOMPARE(office.notice(), QString());
    QCOMPARE(office.part<QComboBox>("admin.devices.device")->count(), 1);
    QCOMPARE(office.part<QComboBox>("admin.devices.device")->currentText(), QStringLiteral("A5 printer"));
}

void TestDevices::printsTheTestPageAsTyped()
{
    Devices office;
    office.openSection();
    office.typeName("A5 printer");
    for (int field = 0; field < 4; ++field)
        office.press(Qt::Key_Return);
    office.type("3");

    office.press(Qt::Key_F8);

    QCOMPARE(office.printers->jobs.size(), 1U);
    const auto &job = office.printers->jobs.front();
    QCOMPARE(job.printer, QStringLiteral("A5 printer"));
    QCOMPARE(job.setup.paperMm, QSizeF(148, 210));
    QCOMPARE(job.setup.offsetMm, QPointF(3, 0));
    QVERIFY(job.isPainted);
    QVERIFY(office.notice().contains(QStringLiteral("Sent to A5 printer")));
    QVERIFY(office.notice().contains(QStringLiteral("10 mm")));
    QCOMPARE(office.desk.store()->audit().back().detail,
             QStringLiteral("test test-1 prescription=A5 printer"));
    QVERIFY(office.kept().empty()); // printing stores nothing
    office.type("1");
    QCOMPARE(office.notice(), QString()); // the page is another one now
}

void TestDevices::saysWhyThePrinterTookNothing()
{
    Devices office;
    office.printers->printed =
        Error{ErrorKind::Unavailable, QStringLiteral("print.refused"), QStringLiteral("A5 printer")};
    office.openSection();
    office.typeName("A5 printer");

    office.press(Qt::Key_F8);

    QCOMPARE(office.desk.lastErrorCode(), QStringLiteral("print.refused"));
    QVERIFY(office.notice().contains(QStringLiteral("Not printed")));
}

void TestDevices::savesTheTestPageAsPdf()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("page.pdf"));
    Devices office;
    office.openSection();
    office.typeName("Printer of another computer"); // none is needed here
    office.part<QLineEdit>("admin.devices.path")->setText(path);
    office.part<QLineEdit>("admin.devices.path")->setModified(true);

    office.press(Qt::Key_F8, Qt::ShiftModifier);

    QTRY_VERIFY(office.notice().contains(path));
    QFile pdf(path);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.read(5) == "%PDF-");
    QVERIFY(office.printers->jobs.empty());
}

void TestDevices::previewsWhileTheOffsetIsTyped()
{
    Devices office;
    office.given("test-1", DeviceRole::Prescription, "A5 printer");
    office.openSection();

    office.press(Qt::Key_F6);
    auto *preview = office.part("admin.devices.preview");
    QVERIFY(preview->isVisible());
    QVERIFY(office.isAt("admin.devices.device"));
    const auto before = preview->grab().toImage();
    for (int field = 0; field < 4; ++field)
        office.press(Qt::Key_Return);
    office.type("9");
    const auto after = preview->grab().toImage();

    QVERIFY(before != after);
    QCOMPARE(before.size(), after.size());
    office.press(Qt::Key_F6);
    QVERIFY(!preview->isVisible());
    QVERIFY(office.isAt("admin.devices.table"));
    QCOMPARE(office.kept().front().offsetXTenthMm, 0); // nothing was stored
}

void TestDevices::withdrawsOnlyWhatWasAskedTwice()
{
    Devices office;
    office.given("test-1", DeviceRole::Prescription, "A5 printer");
    office.openSection();

    office.press(Qt::Key_F7);
    QVERIFY(office.notice().contains(QStringLiteral("Withdraw A5 printer?")));
    QVERIFY(office.kept().front().isActive);
    office.press(Qt::Key_Return); // the focus is on the answer that changes nothing
    QVERIFY(office.kept().front().isActive);
    QCOMPARE(office.notice(), QString());
    office.press(Qt::Key_F7);
    office.press(Qt::Key_Escape);
    QVERIFY(office.kept().front().isActive);
    QVERIFY(office.isAt("admin.devices.table"));
    office.press(Qt::Key_F7);
    office.press(Qt::Key_F7);

    QVERIFY(!office.kept().front().isActive);
    QCOMPARE(office.cellAt(0, Column::State), QStringLiteral("withdrawn"));
    QCOMPARE(office.cellAt(0, Column::Device), QStringLiteral("A5 printer"));
    QCOMPARE(office.desk.done.size(), qsizetype(1));
}

void TestDevices::usesAgainWhatWasWithdrawn()
{
    Devices office;
    const auto device = office.given("test-1", DeviceRole::Prescription, "A5 printer");
    const auto context = office.desk.context();
    QVERIFY(QCoro::waitFor(workflow::withdrawDevice(context, context.newCommand(), device)));
    office.openSection();
    QCOMPARE(office.action("admin.devices.withdraw")->text(), QStringLiteral("Use again"));

    office.press(Qt::Key_F7);

    QVERIFY(office.kept().front().isActive);
    QCOMPARE(office.action("admin.devices.withdraw")->text(), QStringLiteral("Withdraw"));
}

void TestDevices::tellsOfAConflictAndKeepsWhatWasTyped()
{
    Devices office;
    auto device = office.given("test-1", DeviceRole::Prescription, "A5 printer");
    office.openSection();
    office.typeName("Mine");
    device.deviceName = QStringLiteral("Theirs");
    office.given(device);

    office.press(Qt::Key_F9);

    QCOMPARE(office.desk.lastErrorCode(), QStringLiteral("store.version"));
    QVERIFY(office.notice().contains(QStringLiteral("Theirs")));
    QCOMPARE(office.part<QComboBox>("admin.devices.device")->currentText(), QStringLiteral("Mine"));
    QCOMPARE(office.kept().front().deviceName, QStringLiteral("Theirs"));
    QVERIFY(office.isAt("admin.devices.device"));
    office.press(Qt::Key_F9); // knowing what stands there
    QCOMPARE(office.kept().front().deviceName, QStringLiteral("Mine"));
    QCOMPARE(office.kept().front().version, 3);
}

void TestDevices::keepsWhatWasTypedThroughARestart()
{
    Devices office;
    office.openSection();
    office.typeName("A5 printer");
    office.section.reset();

    office.openSection();

    QCOMPARE(office.part<QComboBox>("admin.devices.device")->currentText(), QStringLiteral("A5 printer"));
    office.press(Qt::Key_F9);
    QCOMPARE(office.kept().size(), 1U);
    QVERIFY(office.desk.memoryDrafts().drafts().empty());
}

void TestDevices::keepsWhatWasTypedWhileAnotherLineIsLookedAt()
{
    Devices office;
    office.openSection();
    office.typeName("A5 printer");

    office.press(Qt::Key_Escape);
    office.press(Qt::Key_Down);
    QCOMPARE(office.part<QComboBox>("admin.devices.device")->currentText(), QString());
    office.press(Qt::Key_Up);
    QCOMPARE(office.part<QComboBox>("admin.devices.device")->currentText(), QStringLiteral("A5 printer"));
    office.press(Qt::Key_F4, Qt::ShiftModifier);

    QCOMPARE(office.part<QComboBox>("admin.devices.device")->currentText(), QString());
    QVERIFY(office.desk.memoryDrafts().drafts().empty());
}

void TestDevices::entersAnotherDesk()
{
    Devices office;
    office.openSection();

    office.press(Qt::Key_F4);
    QVERIFY(office.isAt("admin.devices.workstation"));
    office.type("ward-7");
    office.press(Qt::Key_Return);
    for (int use = 0; use < int(DeviceRole::Label); ++use)
        office.press(Qt::Key_Down);
    office.press(Qt::Key_Return);
    office.type("ZD421");
    office.press(Qt::Key_F9);

    QCOMPARE(office.kept().size(), 1U);
    QCOMPARE(office.kept().front().workstation, QStringLiteral("ward-7"));
    QVERIFY(office.kept().front().role == DeviceRole::Label);
    QCOMPARE(office.kept().front().paperWidthTenthMm, 500); // the usual paper of that use
    const int row = int(kCodes<DeviceRole>.size());
    QCOMPARE(office.cellAt(row, Column::Desk), QStringLiteral("ward-7"));
    QCOMPARE(office.list()->currentIndex().row(), row);
}

void TestDevices::goesToTheFieldThatIsWrong()
{
    Devices office;
    office.openSection();
    office.press(Qt::Key_F4);
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Return);
    office.type("ZD421");

    office.press(Qt::Key_F9);

    QCOMPARE(office.desk.lastErrorCode(), QStringLiteral("device.workstation-missing"));
    QVERIFY(office.isAt("admin.devices.workstation"));
    QVERIFY(office.notice().contains(QStringLiteral("Enter the desk")));
    office.type("w");
    QVERIFY(!office.notice().contains(QStringLiteral("Enter the desk")));
}

void TestDevices::recognisesAScannerByItsSpeed()
{
    Devices office;
    office.openSection();
    office.choose(DeviceRole::Scanner);
    QVERIFY(!office.part("admin.devices.width")->isVisible());
    QVERIFY(!office.action("admin.devices.printTest")->isEnabled());

    office.press(Qt::Key_F6);
    QVERIFY(office.isAt("admin.devices.trial"));
    office.send(QStringLiteral("6901234567892\r"), 6);
    QCOMPARE(office.said("admin.devices.trial"), QStringLiteral("6901234567892"));
    QVERIFY(office.said("admin.devices.verdict").contains(QStringLiteral("Recognised as a scanner")));
    QVERIFY(office.said("admin.devices.verdict").contains(QStringLiteral("13 characters")));
    QVERIFY(office.said("admin.devices.verdict").contains(QStringLiteral("6 ms")));
    office.press(Qt::Key_F6);
    office.press(Qt::Key_F6);
    office.send(QStringLiteral("690123"), 120);

    QVERIFY(office.said("admin.devices.verdict").contains(QStringLiteral("As slow as a person")));
    office.press(Qt::Key_Escape);
    QVERIFY(office.isAt("admin.devices.table"));
}

void TestDevices::saysWhoMaySetDevicesUp()
{
    Devices office;
    office.desk.world().context.session.roles = {QStringLiteral("physician")};

    office.openSection();

    QVERIFY(office.isShown(ui::ViewState::Kind::Forbidden, QStringLiteral("Administrator")));
    QCOMPARE(office.list()->model()->rowCount(), 0);
}

void TestDevices::speaksAnotherLanguageWhereItStands()
{
    Devices office;
    office.openSection();

    office.desk.language = QLocale(QLocale::Chinese, QLocale::China);
    office.section->retranslate();

    QCOMPARE(office.cellAt(0, Column::Use), QStringLiteral("处方"));
}

void TestDevices::standsInTheAdministratorsPage()
{
    test::Office<FakeDesk> office;
    office.open(1);

    office.action("admin.openDevices")->trigger();

    QVERIFY(office.find("admin.devices")->isVisible());
    QVERIFY(office.hasFocus("admin.devices.table"));
    QCOMPARE(office.cell("admin.devices.table", 0, Column::Desk), QStringLiteral("test-1"));
}

QTEST_MAIN(TestDevices)
#include "test_devices.moc"
