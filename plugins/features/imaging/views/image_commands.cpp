#include "imaging/views/image_commands.h"

#include "imaging/models/viewer_data.h"
#include "imaging/views/active_view.h"
#include "imaging/views/command_action.h"
#include "sdk/desk.h"

#include <QLocale>

#include <algorithm>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 10; // slices

} // namespace

ImageCommands::ImageCommands(ActiveView *view, std::shared_ptr<const ViewerData> data, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_data(std::move(data))
    , m_attach(commandAction(this, u"imaging.attach"_s, {Qt::Key_A}))
    , m_previousSeries(commandAction(this, u"imaging.previousSeries"_s, {Qt::Key_Left}))
    , m_nextSeries(commandAction(this, u"imaging.nextSeries"_s, {Qt::Key_Right}))
{
    makePresets();
    makeDisplay();
    makeLeafing();
    connect(view, &ActiveView::changed, this, &ImageCommands::follow);
    retranslate();
    follow();
}

/// Keys are given where it is known for which series: one digit is another window of each modality.
void ImageCommands::makePresets()
{
    for (const auto &preset : m_data->presets) {
        auto *action =
            commandAction(this, u"imaging.preset."_s + preset.id, {}, [this, &preset] { usePreset(preset); });
        action->setCheckable(true);
        m_presets.append(action);
    }
}

void ImageCommands::usePreset(const ViewerPreset &preset)
{
    auto *stack = m_view->stack();
    if (!stack->frame())
        return;
    const auto window = preset.windowOn(*stack->frame());
    if (!window)
        return m_view->viewport()->say(sdk::errorText(window.error()));
    stack->setWindow(*window);
    if (preset.isInverse && !stack->display().isInverted)
        stack->invert();
}

void ImageCommands::followPresets()
{
    const auto *stack = m_view->stack();
    const auto fitting = presetsFor(m_data->presets, stack->series().modality, stack->series().bodyPart);
    for (std::size_t i = 0; i < m_data->presets.size(); ++i) {
        const auto &preset = m_data->presets[i];
        auto *action = m_presets[qsizetype(i)];
        const auto place = std::ranges::find(fitting, &preset) - fitting.begin();
        const bool isFitting = place < std::ssize(fitting);
        action->setVisible(isFitting && stack->count() > 0);
        // A window by the values of the slice wants the slice, not its preview.
        action->setEnabled(isFitting && stack->isWindowed() && !(preset.percentiles && stack->isPreview()));
        if (isFitting)
            action->setShortcut(QKeySequence(static_cast<Qt::Key>(Qt::Key_1 + place)));
        action->setChecked(isFitting && stack->isWindowed()
                           && preset.isOn(*stack->frame(), stack->display().window));
    }
}

void ImageCommands::makeDisplay()
{
    m_display = {
        commandAction(this, u"imaging.defaultWindow"_s, {Qt::Key_0},
                      [this] { m_view->stack()->useDefaultWindow(); }),
        commandAction(this, u"imaging.invert"_s, {Qt::Key_I}, [this] { m_view->stack()->invert(); }),
        commandAction(this, u"imaging.fit"_s, {Qt::Key_F}, [this] { m_view->viewport()->fit(); }),
        commandAction(this, u"imaging.reset"_s, {Qt::Key_R},
                      [this] {
                          m_view->stack()->resetDisplay();
                          m_view->viewport()->resetView();
                      }),
        commandAction(this, u"imaging.autoWindow"_s, {Qt::Key_U}, [this] { useAutomaticWindow(); }),
    };
    m_display[1]->setCheckable(true);
}

/// By what the slice on the screen holds.
void ImageCommands::useAutomaticWindow()
{
    if (const auto &frame = m_view->stack()->frame())
        m_view->stack()->setWindow(frame->automaticWindow());
}

void ImageCommands::makeLeafing()
{
    const auto leaf = [this](int by) { m_view->stack()->scrollBy(by); };
    m_leafing = {
        m_previousSeries,
        m_nextSeries,
        commandAction(this, u"imaging.previousSlice"_s, {Qt::Key_Up}, [leaf] { leaf(-1); }),
        commandAction(this, u"imaging.nextSlice"_s, {Qt::Key_Down}, [leaf] { leaf(1); }),
        commandAction(this, u"imaging.pageUp"_s, {Qt::Key_PageUp}, [leaf] { leaf(-kPage); }),
        commandAction(this, u"imaging.pageDown"_s, {Qt::Key_PageDown}, [leaf] { leaf(kPage); }),
        commandAction(this, u"imaging.firstSlice"_s, {Qt::Key_Home},
                      [this] { m_view->stack()->scrollTo(0); }),
        commandAction(this, u"imaging.lastSlice"_s, {Qt::Key_End},
                      [this] { m_view->stack()->scrollTo(m_view->stack()->count() - 1); }),
    };
}

QList<QAction *> ImageCommands::panelWide() const
{
    return QList<QAction *>{m_attach} + m_presets + m_display;
}

void ImageCommands::retranslate()
{
    const auto language = QLocale().name();
    for (std::size_t i = 0; i < m_data->presets.size(); ++i)
        m_presets[qsizetype(i)]->setText(m_data->presets[i].title.in(language));
    m_display[0]->setText(tr("Default"));
    m_display[0]->setToolTip(tr("The window the image itself asks for"));
    m_display[1]->setText(tr("Invert"));
    m_display[2]->setText(tr("Fit"));
    m_display[3]->setText(tr("Reset"));
    m_display[4]->setText(tr("Auto window"));
    m_display[4]->setToolTip(tr("A window from the 1st to the 99.5th percentile of this image"));
    m_attach->setText(tr("Attach…"));
    m_attach->setToolTip(tr("Attach images from a file or folder to this patient"));
}

void ImageCommands::follow()
{
    const auto *stack = m_view->stack();
    const bool isWindowed = stack->isWindowed();
    followPresets();
    for (auto *action : m_display) {
        action->setVisible(stack->count() > 0);
        action->setEnabled(stack->frame() != nullptr);
    }
    m_display[4]->setEnabled(isWindowed && !stack->isPreview());
    m_display[1]->setChecked(stack->frame() && stack->display().isInverted);
}

} // namespace simiao::viewer
