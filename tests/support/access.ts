import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import type { ApprovalWay } from "#app/domain/access/approval.ts";
import type { AskAccess } from "#app/domain/access/asking.server.ts";
import { accessRights, dutyConflicts, systemOwners } from "#app/domain/access/schema.server.ts";
import { DOCUMENTS, DOCUMENTS_TEAM, idOf, type Name, ONE_STOP, TAN_BINH } from "./cast.ts";

export const PUBLISH = 1;
export const ROOM_CLERK = 2;
export const DRAFT = 3;
export const RECEIVE = 4;

const LEAD: ApprovalWay = [{ who: [{ by: "ward_lead" }], need: "any" }];
const LEAD_THEN_OWNER: ApprovalWay = [...LEAD, { who: [{ by: "owner" }], need: "any" }];

/** What can be asked for: publishing needs the lead and then the system's owner, Son; the rest the lead alone. */
export async function seedAccess(db: Db): Promise<void> {
  await inContext(db, { kind: "system" }, new Date(), async ({ db: tx }) => {
    await tx.insert(systemOwners).values({ systemId: DOCUMENTS, personId: idOf("son") });
    await tx.insert(accessRights).values([
      {
        ...{ id: PUBLISH, systemId: DOCUMENTS, name: "Ký phát hành văn bản", needs: { decision: true } },
        ...{ approval: LEAD_THEN_OWNER, teamId: DOCUMENTS_TEAM },
      },
      { id: ROOM_CLERK, systemId: DOCUMENTS, name: "Văn thư phòng", approval: LEAD, teamId: DOCUMENTS_TEAM },
      { id: DRAFT, systemId: DOCUMENTS, name: "Soạn thảo văn bản", approval: LEAD, teamId: DOCUMENTS_TEAM },
      { id: RECEIVE, systemId: ONE_STOP, name: "Tiếp nhận hồ sơ", approval: LEAD, teamId: null },
    ]);
    await tx
      .insert(dutyConflicts)
      .values({ rightId: PUBLISH, otherRightId: DRAFT, reason: "Người soạn thảo không tự phát hành" });
  });
}

export const forWhom = (name: Name, rightId: number, position = "Chuyên viên") => ({
  ...{ kind: "grant" as const, rightId, personId: idOf(name), departmentId: null, position },
  ...{ from: "2026-11-20", until: null, entitlementId: null },
});

/** The right to publish for the Chief of Office, as his clerk asks for it. */
export const someRequest: AskAccess = {
  siteId: TAN_BINH,
  items: [forWhom("head", PUBLISH, "Chánh Văn phòng")],
  tries: "Ký phát hành công văn đi",
  fails: "Không có nút Phát hành",
  basis: { decisionNumber: "12/QĐ-UBND", decisionDate: "2026-11-18" },
  impact: "one_department",
  urgency: "today",
  fileIds: [],
};
