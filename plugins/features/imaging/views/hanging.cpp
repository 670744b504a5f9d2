#include "imaging/views/hanging.h"

#include "imaging/models/counted_series.h"
#include "imaging/models/hanging_words.h"
#include "imaging/views/command_action.h"
#include "imaging/views/link_commands.h"
#include "imaging/views/series_tiles.h"
#include "imaging/views/viewport_screens.h"
#include "ui/widgets/plain_tool_tip.h"
#include "ui/widgets/text_label.h"

#include <QLocale>
#include <QMenu>
#include <QWidgetAction>

#include <algorithm>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

Hanging::Hanging(std::shared_ptr<const ViewerData> data,
                 ImageCells *cells,
                 SeriesPlacer *placer,
                 LinkCommands *links)
    : QObject(cells)
    , m_data(std::move(data))
    , m_cells(cells)
    , m_placer(placer)
    , m_links(links)
    , m_list(new QMenu(cells->grid()))
    , m_menu(commandAction(this, u"imaging.hanging"_s, {Qt::SHIFT | Qt::Key_P}, [this] {
        fillList();
        m_list->popup(
            m_cells->grid()->mapToGlobal(QPoint(0, m_cells->grid()->height() - m_list->sizeHint().height())));
    }))
{
    m_list->setObjectName(u"imaging.protocols"_s);
    m_list->setToolTipsVisible(true);
    connect(placer, &SeriesPlacer::changed, this, &Hanging::markPriors);
    retranslate();
}

void Hanging::retranslate()
{
    m_menu->setText(tr("Arrange"));
    m_menu->setToolTip(ui::plainToolTip(m_why.isEmpty()
                                            ? tr("Lay the images out by a protocol")
                                            : tr("Lay the images out by a protocol. Now: %1").arg(m_why)));
    m_menu->setVisible(!m_data->protocols.empty());
    markPriors();
}

/// The panel's, and those on which viewports may open.
int Hanging::screens(Wish wish) const
{
    const bool areMeant = m_screens && (wish == Wish::Chosen || m_screens->isKnown());
    return areMeant ? 1 + static_cast<int>(m_screens->choices().size()) : 1;
}

void Hanging::fillList()
{
    m_list->clear();
    const int there = screens(Wish::Chosen);
    const auto study = lookedAt();
    for (const auto &protocol : m_data->protocols) {
        const auto studies = studiesFor(protocol, study);
        auto *action = m_list->addAction(protocol.title.in(QLocale().name()), this,
                                         [this, &protocol] { apply(protocol); });
        action->setObjectName(u"imaging.hanging."_s + protocol.id);
        action->setCheckable(true);
        action->setChecked(protocol.id == m_applied);
        const bool isFitting = fitOf(protocol, studies, m_placer->series()).isFitting;
        action->setEnabled(isFitting && protocol.monitors <= there);
        action->setToolTip(ui::plainToolTip(
            !isFitting ? tr("The study that is looked at is not of this kind, or has no prior")
                : action->isEnabled()
                ? fitText(protocol, studies, planScreens(protocol, there).screens)
                : tr("Made for screens: %1. Here: %2").arg(protocol.monitors).arg(there)));
    }
    if (m_why.isEmpty())
        return;
    m_list->addSeparator();
    addReason(tr("Why this one: %1").arg(m_why));
}

/// To be read, not to be chosen: as text, not as an action that is switched off.
void Hanging::addReason(const QString &words)
{
    constexpr QMargins kAir{28, 4, 12, 6}; // begins where the titles do
    auto *label = new ui::TextLabel(words, ui::Type::Secondary, ui::TextLabel::Ink::Secondary);
    label->setContentsMargins(kAir);
    auto *reason = new QWidgetAction(m_list);
    reason->setObjectName(u"imaging.hanging.why"_s);
    reason->setDefaultWidget(label);
    reason->setText(words);
    m_list->addAction(reason);
}

void Hanging::remember()
{
    const auto &modality = m_cells->active()->stack()->series().modality;
    if (m_memory.remember(modality, m_cells->grid()->gridSize()))
        Q_EMIT remembered();
}

/// What the person chose goes before a protocol that is meant for everything of the modality. The latest study is seen in any case.
void Hanging::hangFirst(int width)
{
    const auto latest = studiesToHang(m_placer->series());
    if (latest.empty())
        return;
    const int there = screens(Wish::ByItself);
    std::vector<HangingProtocol> fitting;
    for (const auto &protocol : m_data->protocols) {
        if (planScreens(protocol, there).leastWidth <= width && protocol.monitors <= there)
            fitting.push_back(protocol);
    }
    const auto *best = bestProtocol(fitting, m_placer->series());
    const bool isMeant = best && (!best->bodyParts.isEmpty() || best->priors > 0 || best->leastViews > 0);
    if (best && best->id == m_applied && !m_byItself.isEmpty())
        return;
    const auto chosen = m_memory.of(latest.front().modality);
    const bool isHung = best && (isMeant || !chosen);
    if (isHung)
        hang(*best, studiesFor(*best, latest.front().studyInstanceUid), Wish::ByItself);
    else if (chosen && *chosen != m_cells->grid()->gridSize())
        m_cells->grid()->setGridSize(*chosen);
    const auto isSeen = [&latest](const ImageCell &cell) {
        return cell.stack->series().studyInstanceUid == latest.front().studyInstanceUid;
    };
    const auto counted = countedSeries(latest.front().series, m_placer->series());
    const auto *grid = m_cells->grid();
    // A single viewport shows no localizer.
    const bool isWell = grid->count() == 1 ? std::ranges::find(counted, m_placer->current()) != counted.end()
                                           : isSeen(m_cells->at(grid->active()));
    const bool isLatest = isHung ? std::ranges::any_of(m_cells->shown(), isSeen) : isWell;
    if (!isLatest)
        m_placer->show(counted.front());
    m_byItself = laidOut();
}

void Hanging::hangAgain(int width)
{
    if (!m_byItself.isEmpty() && m_byItself == laidOut())
        hangFirst(width);
}

/// The layout, the series in it, and what of it stands elsewhere.
QStringList Hanging::laidOut() const
{
    QStringList all{m_cells->grid()->gridSize().code()};
    for (const auto &cell : m_cells->shown())
        all.append(cell.stack->series().seriesInstanceUid);
    for (const int cell : m_screens ? m_screens->away() : QList<int>())
        all.append(QString::number(cell));
    return all;
}

void Hanging::apply(const HangingProtocol &protocol)
{
    m_byItself.clear();
    hang(protocol, studiesFor(protocol, lookedAt()), Wish::Chosen);
}

std::vector<HungStudy> Hanging::studiesFor(const HangingProtocol &protocol, const QString &lookedAt) const
{
    return studiesToHang(m_placer->series(), relationOf(protocol), lookedAt);
}

/// Of the active viewport; where that shows the prior of one beside it, that one.
QString Hanging::lookedAt() const
{
    const auto studies = studiesOf(m_placer->series());
    const auto studyOf = [&studies](const workflow::ImageSeries &series) {
        return std::ranges::find(studies, series.studyInstanceUid, &HungStudy::studyInstanceUid);
    };
    auto found = studyOf(m_cells->active()->stack()->series());
    if (found == studies.end())
        return {};
    for (const auto &cell : m_cells->shown()) {
        const auto beside = studyOf(cell.stack->series());
        if (beside != studies.end() && isPriorOf(*found, *beside, m_data->protocols))
            found = beside;
    }
    return found->studyInstanceUid;
}

void Hanging::hang(const HangingProtocol &protocol, const std::vector<HungStudy> &studies, Wish wish)
{
    const auto plan = planScreens(protocol, screens(wish));
    m_cells->grid()->setGridSize(protocol.layout);
    place(protocol, studies);
    if (m_screens)
        m_screens->hang(plan.away, wish == Wish::Chosen);
    m_links->setScrollLinked(protocol.isScrollLinked);
    m_links->setWindowLinked(protocol.isWindowLinked);
    m_links->setLinesShown(protocol.hasReferenceLines);
    m_applied = protocol.id;
    m_why = tr("%1, because: %2", "protocol, reasons")
                .arg(protocol.title.in(QLocale().name()), fitText(protocol, studies, plan.screens));
    retranslate();
}

void Hanging::place(const HangingProtocol &protocol, const std::vector<HungStudy> &studies)
{
    for (std::size_t i = 0; i < protocol.viewports.size(); ++i) {
        const auto cell = static_cast<int>(i);
        const auto &viewport = protocol.viewports[i];
        const auto image = imageFor(viewport.series, studies, m_placer->series());
        if (!image) {
            leaveEmpty(cell, viewport.series);
            continue;
        }
        m_placer->show(cell, image->series);
        if (image->slice)
            m_cells->at(cell).stack->scrollTo(*image->slice);
        m_cells->at(cell).viewport->setChestWall(viewport.chestWall);
        choosePreset(cell, viewport.preset);
    }
}

/// Where one image belongs no other may stand: its place says which breast it is.
void Hanging::leaveEmpty(int cell, const SeriesRule &rule)
{
    if (!rule.isOfImage())
        return;
    m_placer->leaveEmpty(cell);
    m_cells->at(cell).viewport->say(
        rule.prior == 0 ? tr("No %1 %2 in this study", "side and view").arg(rule.side, rule.view)
                        : tr("No %1 %2 in the prior", "side and view").arg(rule.side, rule.view));
}

void Hanging::choosePreset(int cell, const QString &id)
{
    const auto *preset = m_data->preset(id);
    auto *stack = m_cells->at(cell).stack;
    if (!preset)
        return;
    const auto windowOn = [preset = *preset](const imaging::Frame &frame) {
        const auto window = preset.windowOn(frame);
        return window ? std::optional(*window) : std::nullopt;
    };
    // A picture that stands there already has a window of before, which is not the protocol's.
    const auto window = stack->frame() && !preset->percentiles ? windowOn(*stack->frame()) : std::nullopt;
    if (window)
        stack->presetWindow(*window);
    else
        stack->presetWindow(windowOn);
}

void Hanging::markPriors()
{
    for (const auto &cell : m_cells->cells())
        cell.viewport->setStatus(Viewport::Status::Prior, markOf(cell.stack->series()));
}

/// PRIOR beside a later study of its kind; alone it says that there is one, so that nobody takes it for today's.
QString Hanging::markOf(const workflow::ImageSeries &series) const
{
    const auto studies = studiesOf(m_placer->series());
    const auto own = std::ranges::find(studies, series.studyInstanceUid, &HungStudy::studyInstanceUid);
    if (own == studies.end())
        return {};
    QString shown;
    QString known;
    for (const auto &later : studies) {
        if (!isPriorOf(*own, later, m_data->protocols))
            continue;
        known = std::max(known, later.date);
        const bool isShown = std::ranges::any_of(m_cells->shown(), [&later](const ImageCell &cell) {
            return cell.stack->series().studyInstanceUid == later.studyInstanceUid;
        });
        if (isShown)
            shown = std::max(shown, later.date);
    }
    if (!shown.isEmpty())
        return priorText(own->date, shown);
    return known.isEmpty() ? QString() : laterText(own->date, known);
}

} // namespace simiao::viewer
